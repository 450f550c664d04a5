/**
 * What the tests share: random values for a program's inputs, and distances as the tolerances state them.
 * Not part of the library: `index.ts` does not export it.
 */
import type { Name, Program } from './program.ts';
import { random } from './random.ts';
import { sizeOf, type Tensor } from './tensor.ts';

/** Standard normal values (scaled) for every input; targets of a cross-entropy are made one-hot. */
export function randomInputs(program: Program, seed: number, scale = 0.7, oneHotTargets = false): Record<Name, Tensor> {
  const r = random(seed);
  return Object.fromEntries(
    program.inputs.map(({ name, shape }) => {
      const data = Float64Array.from({ length: sizeOf(shape) }, (_, k) => scale * r.normal(name, k));
      if (oneHotTargets && name.startsWith('target'))
        oneHotRows(data, shape.at(-1)!, (row) => r.integer(shape.at(-1)!, name, row));
      return [name, { shape, data }];
    }),
  );
}

function oneHotRows(data: Float64Array, width: number, pick: (row: number) => number): void {
  data.fill(0);
  for (let row = 0; row * width < data.length; row++) data[row * width + pick(row)] = 1;
}

export const maxAbs = (values: ArrayLike<number>): number => Math.max(0, ...Array.from(values, Math.abs));

/** Largest difference of two lists. */
export const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  maxAbs(Array.from(a, (x, k) => x - b[k]!));
