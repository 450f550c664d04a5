/**
 * Series whose best forecast is known exactly: sums of waves with random size and phase, and noise.
 *
 * x_t = Σ_k s_k·(A_k cos ω_k t + B_k sin ω_k t) + σ·ε_t with A, B, ε independent standard normal numbers. Such a series is
 * Gaussian, so its best prediction is linear and follows from the autocovariance r(k) = Σ_j s_j² cos ω_j k + σ²·[k = 0].
 */
import { cos, sin } from '../math.ts';
import { linearPredictions } from '../signal/prediction.ts';
import type { Draw, Made } from './define.ts';
import type { Bound } from './task.ts';

export interface Wave {
  /** Radians per step. */
  readonly omega: number;
  /** The standard deviation that it adds. */
  readonly scale: number;
}

export interface GaussianSeries {
  readonly waves: readonly Wave[];
  /** σ. */
  readonly noise: number;
}

export const autocovariance =
  ({ waves, noise }: GaussianSeries) =>
  (lag: number): number =>
    waves.reduce((sum, { omega, scale }) => sum + scale * scale * cos(omega * lag), lag === 0 ? noise * noise : 0);

/** n values. */
export function gaussianSeries({ waves, noise }: GaussianSeries, n: number, draw: Draw): number[] {
  const sizes = waves.map((_, k) => [draw.normal('cos', k), draw.normal('sin', k)] as const);
  return Array.from({ length: n }, (_, t) =>
    waves.reduce(
      (sum, { omega, scale }, k) => sum + scale * (sizes[k]![0] * cos(omega * t) + sizes[k]![1] * sin(omega * t)),
      noise * draw.normal('noise', t),
    ),
  );
}

/** The bounds of predicting the next value at each of T steps. */
export function gaussianBounds(series: GaussianSeries, T: number): { floor: Bound; baseline: Bound; others: Bound[] } {
  const r = autocovariance(series);
  const predictions = linearPredictions(r, T);
  const floor = predictions.slice(1).reduce((sum, { error }) => sum + error, 0) / T;
  return {
    floor: { id: 'floor', loss: floor, rule: 'the best linear combination of all values so far' },
    baseline: { id: 'clock', loss: r(0), rule: 'always 0' },
    others: [
      { id: 'memoryless', loss: predictions[1]!.error, rule: 'x_t times its correlation with the next value' },
      { id: 'persistence', loss: 2 * (r(0) - r(1)), rule: 'x_t' },
    ],
  };
}

/** An example: T values, and after each the next one. */
export function gaussianExample(series: GaussianSeries, T: number, draw: Draw): Made {
  const x = gaussianSeries(series, T + 1, draw);
  const predictions = linearPredictions(autocovariance(series), T);
  const best = (t: number) => predictions[t + 1]!.weights.reduce((sum, w, k) => sum + w * x[t - k]!, 0);
  return {
    inputs: x.slice(0, T).map((v) => [v]),
    targets: x.slice(1).map((v) => [v]),
    ideal: x.slice(1).map((_, t) => [best(t)]),
    columns: { inputs: ['x'], outputs: ['next x'] },
  };
}
