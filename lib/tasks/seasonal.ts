import { defineTask } from './define.ts';
import { autocovariance, type GaussianSeries, gaussianBounds, gaussianExample } from './gaussian.ts';

/** Three harmonics of the season, weaker the faster they are; together they have variance 1. */
const series = (season: number, noise: number): GaussianSeries => ({
  waves: [1, 2, 3].map((k) => ({ omega: (2 * Math.PI * k) / season, scale: Math.sqrt([0.6, 0.3, 0.1][k - 1]!) })),
  noise,
});

/**
 * The next value of a series that repeats every `season` steps, apart from noise, in a shape that is new in each example.
 *
 * The value one season ago (the seasonal naive forecast) has an error of 2σ²: it carries its own noise. A model that
 * averages over seasons comes down towards σ²; the floor, exact from the autocovariance, lies above σ² by what it costs
 * to get to know the shape in T steps.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * const { floor, baseline } = tasks.seasonal.bounds();
 * floor.loss // → 0.1601…
 * baseline.loss // → 1.09
 * ```
 */
export const seasonal = defineTask({
  id: 'seasonal',
  name: 'Seasonal series',
  description: 'Predict the next value of a noisy series that repeats itself, in a shape to be found out.',
  loss: 'mse',
  options: {
    T: { default: 60, min: 5, max: 200 },
    season: { default: 12, min: 7, max: 60 },
    noise: { default: 0.3, min: 0, max: 2, real: true },
  },
  bounds({ T, season, noise }) {
    const { others, ...bounds } = gaussianBounds(series(season, noise), T);
    const r = autocovariance(series(season, noise));
    // Before the first season is over there is no value one season ago; 0 is said there.
    const blind = Math.min(T, season - 1);
    const loss = (blind * r(0) + (T - blind) * 2 * (r(0) - r(season))) / T;
    const rule = `the value ${season} steps before the one to predict; 0 while there is none`;
    return { ...bounds, others: [...others, { id: 'seasonal-naive', loss, rule }] };
  },
  make: ({ T, season, noise }, draw) => gaussianExample(series(season, noise), T, draw),
});
