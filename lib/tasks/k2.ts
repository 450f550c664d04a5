import { cos, sin } from '../math.ts';
import { random } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { defineTask } from './define.ts';
import { sine } from './sine.ts';

const STEPS = 10;

/**
 * The second source's data as written (S1:173–197): x [rows, 10, 1] standard normal, y [rows, 10] with y_ij = sin(i + j).
 * The targets lack the last axis of the network's output [rows, 10, 1]. Keras puts up with that; PyTorch refuses, or, for
 * 10 rows, silently compares all pairs; this engine refuses.
 */
export function k2Data(seed: number, rows = 1000): { x: Tensor; y: Tensor } {
  const r = random(seed);
  const cells = Array.from({ length: rows * STEPS }, (_, k) => [Math.floor(k / STEPS), k % STEPS] as const);
  return {
    x: { shape: [rows, STEPS, 1], data: Float64Array.from(cells, ([i, j]) => r.normal('k2', 'x', i, j)) },
    y: { shape: [rows, STEPS], data: Float64Array.from(cells, ([i, j]) => sin(i + j)) },
  };
}

/**
 * The repair: x [rows, 10, 1] is sin(φ + t) with a random φ a row, y [rows, 10, 1] its next value. Row i is example i of
 * the task `sine` with ω = 1, whose floor is ½ sin²1/10 = 0.0354.
 */
export function k2Repaired(seed: number, rows = 1000): { x: Tensor; y: Tensor } {
  const all = Array.from({ length: rows }, (_, i) => sine.generate(seed, { T: STEPS, omega: 1 }, i));
  const pile = (of: 'inputs' | 'targets'): Tensor => ({
    shape: [rows, STEPS, 1],
    data: Float64Array.from(all.flatMap((example) => Array.from(example[of].data))),
  });
  return { x: pile('inputs'), y: pile('targets') };
}

/** The mean of sin(i + j) over the rows i = 0 … n − 1, at step j: a geometric series of e^(i√−1). */
const meanSine = (n: number, j: number): number => (sin(n / 2) / (n * sin(1 / 2))) * sin(j + (n - 1) / 2);

/** The mean of its square: ½ minus half the mean of cos(2i + 2j). */
const meanSquare = (n: number, j: number): number => 0.5 - (sin(n) / (2 * n * sin(1))) * cos(2 * j + n - 1);

/**
 * The second source's generator, a row an example: inputs are noise, targets sin(i + j) at step j of a row i that the
 * inputs say nothing about.
 *
 * Nothing can be learned: the floor is the variance of the sine over the rows, ½ but for 3e-5, and the baseline is the
 * same. A network that falls below it on its training rows has learned those rows by heart.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.k2.bounds().floor.loss // → 0.4999…
 * tasks.k2.bounds().baseline.loss // → 0.4999…
 * ```
 */
export const k2 = defineTask({
  id: 'k2',
  name: 'Noise to sine (K2)',
  description: 'Predict a sine from noise that has nothing to do with it: the generator of the second source.',
  loss: 'mse',
  options: {
    T: { default: STEPS, min: 1, max: 100 },
    rows: { default: 1000, min: 1, max: 10000 },
  },
  bounds({ T, rows }) {
    const steps = Array.from({ length: T }, (_, j) => j);
    const squares = steps.map((j) => meanSquare(rows, j));
    const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    const loss = total(squares.map((square, j) => square - meanSine(rows, j) * meanSine(rows, j))) / T;
    const rule = 'the mean of sin(i + j) over the rows i';
    return {
      floor: { id: 'floor', loss, rule },
      baseline: { id: 'clock', loss, rule },
      others: [{ id: 'zero', loss: total(squares) / T, rule: 'always 0' }],
    };
  },
  make({ T, rows }, draw) {
    const row = draw.integer(rows, 'row');
    return {
      inputs: Array.from({ length: T }, (_, t) => [draw.normal('x', t)]),
      targets: Array.from({ length: T }, (_, j) => [sin(row + j)]),
      ideal: Array.from({ length: T }, (_, j) => [meanSine(rows, j)]),
      columns: { inputs: ['noise'], outputs: ['sin(i + j)'] },
    };
  },
});
