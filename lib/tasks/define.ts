/** How a task is written: its options, its bounds, one example. The rest is the same for all and is here. */

import { oneHot } from '../losses/one-hot.ts';
import { type KeyPart, type Random, random } from '../random.ts';
import { type Tensor, tensor } from '../tensor.ts';
import type { About, Bounds, Example, Range, Task } from './task.ts';

/** Random numbers whose keys all begin the same. */
export type Draw = Omit<Random, 'seed'>;

/** An index, k with a chance of weights[k] out of their sum, for a uniform number u. */
export function choose(weights: readonly number[], u: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let rest = u * total;
  for (const [k, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return k;
  }
  return weights.findLastIndex((weight) => weight > 0);
}

/** What a task's `make` returns; `defineTask` fills in the rest. */
export interface Made {
  readonly inputs: readonly (readonly number[])[] | Tensor;
  /** Values per step for `mse`, classes per step for cross-entropy; whatever is at a step that does not count is ignored. */
  readonly targets: readonly (readonly number[])[] | readonly number[];
  /** Which steps count; by default all. */
  readonly counted?: (t: number) => boolean;
  /** By default the targets. */
  readonly ideal?: readonly (readonly number[])[];
  readonly columns: Example['columns'];
  readonly text?: string;
}

/** K: the names of its options. */
export interface Spec<K extends string> extends About {
  readonly options: Readonly<Record<K, Range>>;
  readonly bounds: (options: Readonly<Record<K, number>>) => Bounds;
  readonly make: (options: Readonly<Record<K, number>>, draw: Draw) => Made;
}

/** Makes a task of its equations: fills in default options and checks them, keys the random numbers, adds the bounds. */
export function defineTask<K extends string>({ bounds, make, ...about }: Spec<K>): Task<K> {
  let last: { key: string; bounds: Bounds } | undefined; // some bounds take longer than an example
  const boundsOf = (options: Readonly<Record<K, number>>): Bounds => {
    const key = JSON.stringify(options);
    if (last?.key !== key) last = { key, bounds: bounds(options) };
    return last.bounds;
  };
  const { options: ranges, ...facts } = about;
  return {
    ...about,
    bounds: (options = {}) => boundsOf(settle(about.id, ranges, options)),
    generate(seed, options = {}, index = 0) {
      const settled = settle(about.id, ranges, options);
      return { ...facts, ...finish(make(settled, drawFor(about.id, seed, index))), ...boundsOf(settled) };
    },
  };
}

/** All options of a task, those that are not given at their defaults. @throws RangeError for an unknown one, or one out of its range */
export function settle<K extends string>(
  id: string,
  ranges: Readonly<Record<K, Range>>,
  given: Partial<Record<K, number>>,
): Record<K, number> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(ranges, name));
  if (unknown)
    throw new RangeError(`${id} has no option ${unknown}; it has ${Object.keys(ranges).join(', ') || 'none'}.`);
  const entries = Object.entries<Range>(ranges).map(([name, { default: usual, min, max, real }]) => {
    const value = given[name as K] ?? usual;
    if (!(value >= min && value <= max && (real || Number.isInteger(value)))) {
      throw new RangeError(
        `${id}: ${name} is ${real ? 'a number' : 'an integer'} from ${min} to ${max}; got ${value}.`,
      );
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as Record<K, number>;
}

/** The random numbers of example `index` of a task. */
export function drawFor(id: string, seed: number, index: number): Draw {
  const r = random(seed);
  const prefix: readonly KeyPart[] = [id, index];
  return {
    uniform: (...key) => r.uniform(...prefix, ...key),
    normal: (...key) => r.normal(...prefix, ...key),
    integer: (n, ...key) => r.integer(n, ...prefix, ...key),
    permutation: (n, ...key) => r.permutation(n, ...prefix, ...key),
    stream: (...key) => r.stream(...prefix, ...key),
  };
}

function finish({ inputs, targets, counted = () => true, ideal, columns, text }: Made) {
  const Y = columns.outputs.length;
  const mask = tensor(targets.map((_, t) => (counted(t) ? 1 : 0)));
  const labels = targets.some((target) => typeof target === 'number')
    ? targets.map((target, t) => (counted(t) ? (target as number) : -1))
    : undefined;
  const rows = labels
    ? oneHot(
        labels.map((label) => Math.max(label, 0)),
        Y,
      )
    : tensor(targets as readonly (readonly number[])[]);
  const masked = (value: Tensor): Tensor => ({
    shape: value.shape,
    data: value.data.map((v, i) => (mask.data[Math.floor(i / Y)] === 1 ? v : 0)),
  });
  return {
    inputs: tensor(inputs),
    targets: masked(rows),
    mask,
    ideal: masked(ideal ? tensor(ideal) : rows),
    ...(labels && { labels }),
    columns,
    ...(text !== undefined && { text }),
  };
}
