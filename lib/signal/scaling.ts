/**
 * Shifting and scaling numbers to a range that a network likes, and back.
 *
 * Fit a scaling on the training part only, and apply that one to everything: fitted on all of a series, it tells the
 * model about the future.
 */
import { sqrt } from '../math.ts';

/** x ↦ (x − shift)/scale. */
export interface Scaling {
  readonly shift: number;
  readonly scale: number;
}

function checkNotEmpty(x: ArrayLike<number>): void {
  if (x.length === 0) throw new RangeError('A scaling is fitted to at least one number; got none.');
}

/**
 * Mean 0 and variance 1 (divided by n, as scikit-learn's StandardScaler does). A constant series is only shifted.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.standardScaling([1, 2, 3, 4, 5]) // → { shift: 3, scale: 1.414… }
 * ```
 */
export function standardScaling(x: ArrayLike<number>): Scaling {
  checkNotEmpty(x);
  const values = Array.from(x);
  const shift = values.reduce((sum, v) => sum + v, 0) / values.length;
  const scale = sqrt(values.reduce((sum, v) => sum + (v - shift) * (v - shift), 0) / values.length);
  return { shift, scale: scale || 1 };
}

/**
 * The smallest value becomes `low`, the largest `high`. A constant series becomes all `low`.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.applyScaling(signal.rangeScaling([10, 15, 20]), [10, 15, 20, 25]) // → [0, 0.5, 1, 1.5]
 * ```
 */
export function rangeScaling(x: ArrayLike<number>, low = 0, high = 1): Scaling {
  checkNotEmpty(x);
  if (!(low < high)) throw new RangeError(`A range goes from low to high; got ${low} to ${high}.`);
  const values = Array.from(x);
  const min = values.reduce((a, b) => Math.min(a, b));
  const max = values.reduce((a, b) => Math.max(a, b));
  const scale = (max - min) / (high - low) || 1;
  return { shift: min - low * scale, scale };
}

/** (x − shift)/scale for each value: with a scaling fitted on the training part, for every part. */
export function applyScaling({ shift, scale }: Scaling, x: ArrayLike<number>): number[] {
  return Array.from(x, (value) => (value - shift) / scale);
}

/** What `applyScaling` was given, up to rounding: for a network's output, to say it in the units of the data. */
export function invertScaling({ shift, scale }: Scaling, y: ArrayLike<number>): number[] {
  return Array.from(y, (value) => value * scale + shift);
}
