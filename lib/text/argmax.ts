import type { Tensor } from '../tensor.ts';

/**
 * The position of the largest value of each row; of equal ones, the first. Undoes `oneHot`, and reads a class off logits
 * or probabilities.
 *
 * ```ts
 * import { tensor, text } from 'unrolled';
 * text.argmax(tensor([[0.1, 0.7, 0.2], [3, -1, 2]])) // → [1, 0]
 * ```
 *
 * @throws RangeError unless it is given rows of at least one value
 */
export function argmax({ shape, data }: Tensor): number[] {
  const [rows = 0, classes = 0] = shape;
  if (shape.length !== 2 || classes === 0) throw new RangeError(`argmax reads rows of classes; got shape [${shape}].`);
  return Array.from({ length: rows }, (_, t) => {
    let best = 0;
    for (let k = 1; k < classes; k++) if (data[t * classes + k]! > data[t * classes + best]!) best = k;
    return best;
  });
}
