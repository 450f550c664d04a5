import { defineTask } from './define.ts';

/**
 * The next value of a random walk: x_t = x_{t−1} + σ·ε_t, from x_0 = 0, with ε independent standard normal numbers.
 *
 * The last value is the best forecast there is, and its error σ² the floor: nothing about the next step, not even its
 * sign, can be learned. Still R² of that forecast comes close to 1, since the walk wanders far from its mean. (Source
 * E96 takes such forecasts of prices for success; so measure against persistence, and score the direction.)
 *
 * Saying 0 has (t + 1)·σ² at step t, in the mean (T + 3)/2·σ².
 *
 * ```ts
 * import { signal, tasks } from 'unrolled';
 * const x = tasks.walk(1000, 1997);
 * signal.rSquared(signal.persistence(x), x.slice(1)) // → 0.9816…
 * ```
 */
export const randomWalk = defineTask({
  id: 'random-walk',
  name: 'Random walk',
  description: 'Predict the next value of a random walk: only the last value helps, and nothing beats it.',
  loss: 'mse',
  options: {
    T: { default: 50, min: 2, max: 2000 },
    step: { default: 1, min: 0.001, max: 100, real: true },
  },
  bounds: ({ T, step }) => ({
    floor: { id: 'floor', loss: step * step, rule: 'x_t (persistence)' },
    baseline: { id: 'clock', loss: (step * step * (T + 3)) / 2, rule: 'always 0' },
  }),
  make({ T, step }, draw) {
    const x = sums(T + 1, (t) => step * draw.normal(t));
    return {
      inputs: x.slice(0, T).map((v) => [v]),
      targets: x.slice(1).map((v) => [v]),
      ideal: x.slice(0, T).map((v) => [v]),
      columns: { inputs: ['x'], outputs: ['next x'] },
    };
  },
});

function sums(n: number, step: (t: number) => number): number[] {
  let x = 0;
  return Array.from({ length: n }, (_, t) => {
    x += step(t);
    return x;
  });
}

/** n values of a random walk with steps of variance 1, as plain numbers: example `index` of the task. */
export const walk = (n: number, seed: number, index = 0): number[] =>
  Array.from(randomWalk.generate(seed, { T: n }, index).inputs.data);
