/**
 * Dropout masks. The layers multiply by them; drawing them is apart, so that a run can be repeated exactly.
 */
import type { Random } from '../random.ts';
import { sizeOf, type Tensor } from '../tensor.ts';

/** Drawn anew at every step (Zaremba 2014), or once for all steps of an example (variational: Gal & Ghahramani 2016). */
export type DropoutKind = 'per-step' | 'variational';

/**
 * A mask of 0 and 1/(1 − rate): what is kept is scaled in training, so that nothing changes in testing. [T, H] per
 * step, [H] variational. Keyed by step and unit: the same for any T.
 *
 * @throws RangeError when the rate is not in [0, 1)
 */
export function dropoutMask(
  kind: DropoutKind,
  rate: number,
  T: number,
  H: number,
  random: Random,
  ...key: (string | number)[]
): Tensor {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`a dropout rate is at least 0 and below 1, not ${rate}`);
  const shape = kind === 'per-step' ? [T, H] : [H];
  const kept = 1 / (1 - rate);
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, k) =>
    random.uniform('dropout', ...key, Math.floor(k / H), k % H) < rate ? 0 : kept,
  );
  return { shape, data };
}

/** No dropout: what testing multiplies by. */
export const testMask = (H: number): Tensor => ({ shape: [H], data: new Float64Array(H).fill(1) });
