import type { Tensor } from '../tensor.ts';

/**
 * Classes as targets of a cross-entropy: row t is 1 at position `classes[t]` and 0 elsewhere. [T] integers → [T, Y].
 * Y is asked for, never guessed from the classes: a split without the last class would get narrower targets.
 *
 * ```ts
 * import { oneHot, toArray } from 'unrolled';
 * toArray(oneHot([2, 0], 3)) // → [[0, 0, 1], [1, 0, 0]]
 * ```
 *
 * @throws RangeError when a class is not an integer from 0 to Y − 1
 */
export function oneHot(classes: readonly number[], Y: number): Tensor {
  const data = new Float64Array(classes.length * Y);
  classes.forEach((k, t) => {
    if (!Number.isInteger(k) || k < 0 || k >= Y) {
      throw new RangeError(`class ${k} at position ${t + 1}: expected an integer from 0 to ${Y - 1}`);
    }
    data[t * Y + k] = 1;
  });
  return { shape: [classes.length, Y], data };
}
