/** The end of each colour map: the largest size among the values, or among the gradients, of the whole run. */
import type { Values } from 'unrolled';
import type { Frame } from './model.ts';

const known = new WeakMap<Values, { value: number; grad: number }>();

export function rangeOf({ values, equations }: Frame, kind: 'value' | 'grad'): number {
  let ranges = known.get(values);
  if (!ranges) {
    const largest = (names: Iterable<string>) => {
      let size = 0;
      for (const name of names)
        for (const x of values.get(name)!.data) if (Number.isFinite(x)) size = Math.max(size, Math.abs(x));
      return size || 1;
    };
    const isGradient = new Set(
      equations.filter(({ role }) => role === 'product' || role === 'sum').map(({ name }) => name),
    );
    const states = equations.filter(({ symbol, role, named }) => role === 'value' && named && !/^[lL]$/.test(symbol));
    ranges = { value: largest(states.map(({ name }) => name)), grad: largest(isGradient) };
    known.set(values, ranges);
  }
  return ranges[kind];
}
