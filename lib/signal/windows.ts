/** Cutting a series into windows: the way a network without memory gets to see the past. */

function check(width: number, stride: number): void {
  for (const [name, value] of Object.entries({ width, stride })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`A window's ${name} is an integer of at least 1; got ${value}.`);
    }
  }
}

/**
 * How many windows fit: ⌊(n − width)/stride⌋ + 1, or 0 if not even one does.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.windowCount(100, 10, 5) // → 19
 * ```
 *
 * @throws RangeError unless width and stride are integers of at least 1
 */
export function windowCount(n: number, width: number, stride = 1): number {
  check(width, stride);
  return n < width ? 0 : Math.floor((n - width) / stride) + 1;
}

/**
 * All windows of `width` neighbours, each `stride` further than the one before; what is left at the end is dropped.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.windows([1, 2, 3, 4, 5, 6], 3, 2) // → [[1, 2, 3], [3, 4, 5]]
 * ```
 *
 * @throws RangeError unless width and stride are integers of at least 1
 */
export function windows<V>(x: ArrayLike<V>, width: number, stride = 1): V[][] {
  return Array.from({ length: windowCount(x.length, width, stride) }, (_, k) =>
    Array.from({ length: width }, (_, j) => x[k * stride + j]!),
  );
}
