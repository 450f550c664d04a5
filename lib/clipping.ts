/**
 * Keeping an exploding gradient from undoing what was learnt: all gradients of a model scaled together, or each number
 * cut off by itself. Plain numbers in and out, between the backward pass and the update.
 */
import { norm } from './linear-algebra.ts';
import { mapValues } from './map-values.ts';
import type { Tensors } from './optimizers/update.ts';
import type { Given } from './run.ts';
import { tensor } from './tensor.ts';

/** What `clipByNorm` gives. */
export interface ClippedByNorm {
  readonly gradients: Tensors;
  /** ‖g‖ before clipping, over all parameters together. */
  readonly norm: number;
  /** What every gradient was multiplied by: 1 if nothing was clipped, NaN if a gradient was NaN. */
  readonly factor: number;
}

/**
 * Scales all gradients by min(1, θ/‖g‖), so that ‖g‖ ≤ θ (but for rounding) and the direction stays. Pascanu, Mikolov &
 * Bengio 2013, algorithm 1, with the norm over all parameters together. `torch.nn.utils.clip_grad_norm_` divides by
 * ‖g‖ + 10⁻⁶ instead.
 *
 * ```ts
 * import { clipByNorm } from 'unrolled';
 * clipByNorm({ w: [3, 4] }, 1).gradients.w.data // → [0.6…, 0.8…]
 * clipByNorm({ w: [3, 4] }, 1).norm // → 5
 * ```
 *
 * @throws RangeError if θ is not a number of at least 0
 */
export function clipByNorm(gradients: Given, theta: number): ClippedByNorm {
  check('a norm', theta);
  const all = mapValues(gradients, (value) => tensor(value));
  const norm = globalNorm(all);
  const factor = norm <= theta ? 1 : theta / norm;
  return { gradients: apply(all, (x) => factor * x), norm, factor };
}

/** What `clipByValue` gives. */
export interface ClippedByValue {
  readonly gradients: Tensors;
  /** ‖g‖ before clipping, over all parameters together. */
  readonly norm: number;
  /** How many numbers were cut off. */
  readonly clipped: number;
}

/**
 * Cuts every number off at ±limit. The direction changes, towards a diagonal. `torch.nn.utils.clip_grad_value_`;
 * Graves 2013, arXiv:1308.0850, §2.1, clips the derivatives at LSTM inputs so.
 *
 * ```ts
 * import { clipByValue } from 'unrolled';
 * clipByValue({ w: [3, 4], b: -0.5 }, 1).gradients // → { w: { shape: [2], data: [1, 1] }, b: { shape: [], data: [-0.5] } }
 * ```
 *
 * @throws RangeError if the limit is not a number of at least 0
 */
export function clipByValue(gradients: Given, limit: number): ClippedByValue {
  check('a limit', limit);
  const all = mapValues(gradients, (value) => tensor(value));
  const beyond = (data: Float64Array) => data.filter((x) => Math.abs(x) > limit).length;
  return {
    gradients: apply(all, (x) => Math.max(-limit, Math.min(limit, x))),
    norm: globalNorm(all),
    clipped: Object.values(all).reduce((count, { data }) => count + beyond(data), 0),
  };
}

/**
 * √(Σ g²) over all numbers of all tensors; neither a gradient of 1e200 nor one of 1e−200 is lost. ∞ or NaN if a gradient
 * is.
 */
export function globalNorm(gradients: Given): number {
  const numbers = Object.values(gradients).flatMap((value) => Array.from(tensor(value).data));
  return norm({ shape: [numbers.length], data: Float64Array.from(numbers) });
}

function check(what: string, bound: number): void {
  if (!(bound >= 0)) throw new RangeError(`gradients are clipped to ${what} of at least 0, not ${bound}`);
}

const apply = (tensors: Tensors, f: (x: number) => number): Tensors =>
  mapValues(tensors, ({ shape, data }) => ({ shape, data: data.map(f) }));
