/**
 * Smoothing: three ways to lose the noise of a series, and some of the signal with it.
 */

function checkWidth(width: number): void {
  if (!Number.isInteger(width) || width < 1) throw new RangeError(`A width is an integer of at least 1; got ${width}.`);
}

/**
 * The mean of each `width` neighbours: n − width + 1 numbers, none where the window would stick out.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.movingAverage([1, 2, 6, 3, 4], 3) // → [3, 3.666…, 4.333…]
 * ```
 *
 * @throws RangeError unless width is an integer of at least 1
 */
export function movingAverage(x: ArrayLike<number>, width: number): number[] {
  checkWidth(width);
  // Each window is summed anew: a running sum would keep the rounding errors of everything it has passed.
  return Array.from({ length: Math.max(0, x.length - width + 1) }, (_, start) => {
    let sum = 0;
    for (let k = start; k < start + width; k++) sum += x[k]!;
    return sum / width;
  });
}

/**
 * h_t = (1 − α)·h_{t−1} + α·x_t. A linear recurrent network with one unit, W_hh = 1 − α, W_xh = α: what it saw k steps
 * ago weighs α(1 − α)^k. `start` is h_0; by default the first value, so that nothing is pulled towards 0.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.exponentialAverage([8, 0, 0, 0], 0.5, 0) // → [4, 2, 1, 0.5]
 * ```
 *
 * @throws RangeError unless 0 ≤ α ≤ 1
 */
export function exponentialAverage(x: ArrayLike<number>, alpha: number, start = x[0] ?? 0): number[] {
  if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`α lies between 0 and 1; got ${alpha}.`);
  let h = start;
  return Array.from(x, (x_t) => {
    h = (1 - alpha) * h + alpha * x_t;
    return h;
  });
}

/**
 * The middle one, by size, of each `width` neighbours: a spike shorter than half a window vanishes without a trace, an
 * edge stays sharp. As many numbers as x has: beyond its ends the first and last value are repeated. NaN where
 * one of them is. Tukey 1977.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.medianFilter([1, 1, 9, 1, 5, 5], 3) // → [1, 1, 1, 5, 5, 5]
 * ```
 *
 * @throws RangeError unless width is an odd integer of at least 1
 */
export function medianFilter(x: ArrayLike<number>, width: number): number[] {
  checkWidth(width);
  if (width % 2 === 0) throw new RangeError(`The middle of a window needs an odd width; got ${width}.`);
  const half = (width - 1) / 2;
  const at = (t: number): number => x[Math.min(Math.max(t, 0), x.length - 1)]!;
  return Array.from({ length: x.length }, (_, t) => {
    const window = Array.from({ length: width }, (_, k) => at(t - half + k));
    return window.some(Number.isNaN) ? Number.NaN : window.sort((a, b) => a - b)[half]!;
  });
}
