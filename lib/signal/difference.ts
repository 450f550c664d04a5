/**
 * The steps of a series instead of its values, and back.
 *
 * A trend becomes a constant and a random walk becomes its independent steps, so that a network is not asked to output
 * values outside the range that it was trained on.
 */

function checkLag(lag: number, length: number): void {
  if (!Number.isInteger(lag) || lag < 1 || lag > length) {
    throw new RangeError(`A lag is an integer from 1 to the length of the series, ${length}; got ${lag}.`);
  }
}

/**
 * x_{t+lag} − x_t: n − lag numbers. With the season as the lag it removes what repeats.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.difference([1, 4, 9, 16]) // → [3, 5, 7]
 * signal.difference([1, 5, 2, 6, 3, 7], 2) // → [1, 1, 1, 1]
 * ```
 *
 * @throws RangeError unless lag is an integer from 1 to the length of x
 */
export function difference(x: ArrayLike<number>, lag = 1): number[] {
  checkLag(lag, x.length);
  return Array.from({ length: x.length - lag }, (_, t) => x[t + lag]! - x[t]!);
}

/**
 * The series again, from its differences and its first values, as many of them as the lag. Exact for integers;
 * otherwise each value is the sum of those before it, rounded each time.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.undifference([3, 5, 7], [1]) // → [1, 4, 9, 16]
 * ```
 *
 * @throws RangeError if no first value is given
 */
export function undifference(steps: ArrayLike<number>, first: readonly number[]): number[] {
  const lag = first.length;
  checkLag(lag, lag);
  const x = [...first];
  for (let t = 0; t < steps.length; t++) x.push(x[t]! + steps[t]!);
  return x;
}
