/** Training, validation and test part. */
import { random } from '../random.ts';

/** The numbers of the examples in each part; every number from 0 to n − 1 is in exactly one. */
export interface Split {
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly test: readonly number[];
}

/** Shares of the whole; the rest is for training. */
export interface Shares {
  readonly validation?: number;
  readonly test?: number;
}

function sizes(n: number, { validation = 0.1, test = 0.1 }: Shares): [train: number, validation: number] {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`There are n examples, an integer of at least 0; got ${n}.`);
  if (!(validation >= 0 && test >= 0 && validation + test <= 1)) {
    throw new RangeError(
      `The shares of validation and test are at least 0 and sum to at most 1; got ${validation}, ${test}.`,
    );
  }
  const held = Math.min(n, Math.round(n * (validation + test)));
  const ofValidation = Math.min(held, Math.round(n * validation));
  return [n - held, ofValidation];
}

function cut(order: (n: number) => readonly number[], n: number, shares: Shares): Split {
  const [train, validation] = sizes(n, shares);
  const all = order(n);
  return {
    train: all.slice(0, train),
    validation: all.slice(train, train + validation),
    test: all.slice(train + validation),
  };
}

/**
 * The numbers 0 … n − 1, each in one part, in an order in which every order is equally likely. For examples that do not
 * depend on each other; the windows of one series do.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.randomSplit(5, 1997, { validation: 0.2, test: 0.2 }) // → { train: [4, 1, 2], validation: [3], test: [0] }
 * ```
 *
 * @throws RangeError unless the shares are at least 0 and sum to at most 1
 */
export function randomSplit(n: number, seed: number, shares: Shares = {}): Split {
  return cut((count) => random(seed).permutation(count, 'split'), n, shares);
}

/**
 * The past for training, then validation, the latest part for testing: for series, where a random split would train on
 * the future. Keras' `validation_split` takes the last rows like this, without saying so, before it shuffles; on a series
 * that drifts (source K1) validation is then pure extrapolation.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.chronologicalSplit(5, { validation: 0.2, test: 0.2 }) // → { train: [0, 1, 2], validation: [3], test: [4] }
 * ```
 *
 * @throws RangeError unless the shares are at least 0 and sum to at most 1
 */
export function chronologicalSplit(n: number, shares: Shares = {}): Split {
  return cut((count) => Array.from({ length: count }, (_, i) => i), n, shares);
}
