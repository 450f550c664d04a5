/**
 * Time. `scan` traces one step of a recurrence into a body and runs it T times as a single equation.
 * `unroll` (in its own file) writes the T copies out.
 */

import { Builder, builderOf, labelsFor, ShapeError, traced, Var } from './builder.ts';
import { mapValues } from './map-values.ts';
import { atStep, type Name, relative, type ScanEquation } from './program.ts';
import { type Shape, showShape } from './tensor.ts';

type Vars = Readonly<Record<string, Var>>;

export interface ScanOptions {
  /** From the last step to the first: the state then comes from the future. */
  readonly reverse?: boolean;
}

/**
 * Runs `step` over the first axis of every sequence in `xs`, with a carry from each step to the next.
 * Values of the enclosing function that `step` reads (the parameters) are shared by all steps.
 *
 * @param carry the state before the first step, by symbol: `{ h: h_0 }`
 * @param xs sequences of shape [T, …], by symbol: `{ x }`; `step` sees one row of each
 * @param step returns at least the next value of each carry under the carry's key; what else it returns is named by its key
 * @returns every value that `step` returned, stacked over time: [T, …]
 * @throws ShapeError when sequences differ in length, or a carry changes its shape
 * @throws TypeError inside the step of another scan, or when the step leaves out what it carries
 */
export function scan(
  carry: Vars,
  xs: Vars,
  step: (carry: Record<string, Var>, x: Record<string, Var>) => Vars,
  { reverse = false }: ScanOptions = {},
): Record<string, Var> {
  const outer = builderOf([...Object.values(carry), ...Object.values(xs)]);
  if (outer.parent) throw new TypeError('a scan inside the step of another scan: only one recurrence runs along time');
  const length = commonLength(xs);
  const body = new Builder(outer);
  const enter = (symbol: string, shape: Shape, kind: 'state' | 'data', offset: number) =>
    body.input({ name: relative(symbol, offset), symbol, t: offset, shape, kind });
  const state = mapValues(carry, (init, key) => enter(key, init.shape, 'state', reverse ? 1 : -1));
  const rows = mapValues(xs, (sequence, key) => enter(key, sequence.shape.slice(1), 'data', 0));
  const returned = mapValues(step(state, rows), (value, key) => body.lift(traced(value, key)));
  for (const [key, init] of Object.entries(carry)) {
    const next = returned[key];
    if (!next) throw new TypeError(`the step returns no ${key}, which it carries`);
    if (String(next.shape) !== String(init.shape)) {
      throw new ShapeError(
        `${key} enters the step as ${showShape(init.shape)} and leaves it as ${showShape(next.shape)}`,
      );
    }
  }
  const { equations, rename } = body.finish(labelsFor(returned, body, true), { t: 0 });
  const inner = mapValues(returned, (value) => rename(value.id));
  const stacked = mapValues(inner, (_, key): Name => outer.claim(key));
  const equation: ScanEquation = {
    op: 'scan',
    name: `scan ${Object.keys(carry).join(', ')}`,
    length,
    reverse,
    body: { inputs: body.inputs, equations, outputs: inner },
    constants: [...body.captured].map(([value, local]) => ({ inner: local.id, outer: value.id })),
    carry: Object.entries(carry).map(([key, init]) => ({
      inner: relative(key, reverse ? 1 : -1),
      init: init.id,
      next: inner[key]!,
      final: `${stacked[key]}[T]`,
    })),
    xs: Object.entries(xs).map(([key, sequence]) => ({ inner: relative(key), from: sequence.id })),
    ys: Object.entries(inner).map(([key, name]) => ({ inner: name, stacked: stacked[key]! })),
  };
  outer.equations.push(equation);
  return mapValues(returned, (value, key) => new Var(stacked[key]!, [length, ...value.shape], outer));
}

/** The steps of a scan in the order they run: 1 … T, or T … 1 when it is reversed. */
export const stepsOf = ({ length, reverse }: ScanEquation): number[] =>
  Array.from({ length }, (_, k) => (reverse ? length - k : k + 1));

/** A body's names at step t, with its inputs replaced by what stands for them outside. */
export const namesAt =
  (t: number, inputs: ReadonlyMap<Name, Name>) =>
  (name: Name): Name =>
    inputs.get(name) ?? atStep(name, t);

function commonLength(xs: Vars): number {
  const [first, ...others] = Object.entries(xs);
  if (!first) throw new TypeError('a scan needs a sequence to run over');
  const length = first[1].shape[0];
  for (const [key, { shape }] of others) {
    if (shape[0] === length) continue;
    throw new ShapeError(`${first[0]} has ${length} steps and ${key} has ${shape[0]}; a scan needs equal lengths`);
  }
  if (!length) throw new ShapeError(`${first[0]} is ${showShape(first[1].shape)}; a scan needs at least one step`);
  return length;
}
