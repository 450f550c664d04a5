import { defineTask } from './define.ts';
import { type GaussianSeries, gaussianBounds, gaussianExample } from './gaussian.ts';

const series = (first: number, second: number, noise: number): GaussianSeries => ({
  waves: [first, second].map((period) => ({ omega: (2 * Math.PI) / period, scale: Math.SQRT1_2 })),
  noise,
});

/**
 * The next value of a mixture of two sine waves of known periods; the size and the phase of each are random, the
 * variance of the mixture is 1.
 *
 * Four numbers describe a mixture, so without noise everything after the fourth value is certain, by a linear rule on the
 * last four. The floor is what the first three steps leave open (exact, from the autocovariance: `gaussian.ts`); with
 * noise σ it is above σ², which no forecast of a noisy value can beat.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.sines.bounds().floor.loss // → 0.0100…
 * tasks.sines.bounds({ noise: 0.1 }).floor.loss // → 0.02…
 * ```
 */
export const sines = defineTask({
  id: 'sines',
  name: 'Two sine waves',
  description: 'Predict the next value of a mixture of two sine waves with random sizes and phases.',
  loss: 'mse',
  options: {
    T: { default: 50, min: 5, max: 200 },
    first: { default: 17, min: 3, max: 100, real: true },
    second: { default: 7, min: 3, max: 100, real: true },
    noise: { default: 0, min: 0, max: 1, real: true },
  },
  bounds: ({ T, first, second, noise }) => gaussianBounds(series(first, second, noise), T),
  make: ({ T, first, second, noise }, draw) => gaussianExample(series(first, second, noise), T, draw),
});
