import type { Var } from '../builder.ts';
import { mul } from '../ops.ts';
import type { Loss } from './loss.ts';

/** A loss of one step that a mask can switch off. */
export type MaskedLoss = (y: Var, target: Var, mask: Var) => Var;

/**
 * A loss that counts only where there is something to count: mask · loss(y, target), for a mask that is 1 at a real step
 * and 0 at a padded one. One number a step: a sequence's mask is [T], read by the scan beside `x` and `target`. A padded
 * step adds 0 to the loss and, since its product with the upstream gradient is 0, nothing to any gradient. (If its loss
 * is finite: pad with ordinary numbers, since 0 · ∞ is NaN.)
 *
 * ```ts
 * import { masked, mse, output, run, scan, sumTime, trace } from 'unrolled';
 * const data = (...shape) => ({ shape, kind: 'data' });
 * const program = trace({ y: data(3, 1), target: data(3, 1), mask: data(3) }, ({ y, target, mask }) => {
 *   const { l } = scan({}, { y, target, mask }, (_, now) => ({ l: masked(mse)(now.y, now.target, now.mask) }));
 *   return { L: sumTime(l) };
 * });
 * const values = run(program, { y: [[1], [2], [9]], target: [[0], [0], [0]], mask: [1, 1, 0] });
 * output(program, values, 'L').data // → [5]
 * ```
 */
export const masked =
  (loss: Loss): MaskedLoss =>
  (y, target, mask) =>
    mul(mask, loss(y, target));
