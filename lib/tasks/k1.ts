import { mse } from '../losses.ts';
import { add, matvec, relu } from '../ops.ts';
import type { Program } from '../program.ts';
import { type Tensor, tensor } from '../tensor.ts';
import { trace } from '../trace.ts';
import { type Draw, defineTask, drawFor } from './define.ts';

/**
 * The parameters of a linear recurrent network with one unit that computes K1 exactly, from h_0 = X_0:
 * h_t = 0.1·h_{t−1} + 0.9·x_t. By symbol, as `network(rnnIdentity, { X: 1, H: 1, Y: 1, … })` wants them.
 */
export const k1Weights = { W_hh: [[0.1]], W_xh: [[0.9]], b_h: [0], W_hy: [[1]], b_y: [0] } as const;

/** As written in the source (S0:78–119): X and y of n steps. */
function series(n: number, draw: Draw): { X: number[]; y: number[] } {
  const X: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < n; i++) {
    const u = draw.uniform('u', i);
    X.push(i === 0 ? u : u + y[i - 1]!);
    y.push(i === 0 ? X[0]! : X[i]! * 0.9 + y[i - 1]! * 0.1);
  }
  return { X, y };
}

/** The first source's data as written: X [n, 1] and y [n], rows that its network takes for independent of each other. */
export function k1Data(seed: number, n = 100): { X: Tensor; y: Tensor } {
  const { X, y } = series(n, drawFor('k1', seed, 0));
  return { X: tensor(X.map((value) => [value])), y: tensor(y) };
}

/**
 * The first source's network as written (S0:78–119), for one row: x [1] → H units with ReLU → y [1], and the squared
 * error. It imports an LSTM and uses none: what it knows of the past is what X_i holds of it.
 */
export const k1Network = (H = 32): Program =>
  trace(
    {
      ...{ W_1: { shape: [H, 1], kind: 'parameter' }, b_1: { shape: [H], kind: 'parameter' } },
      ...{ W_2: { shape: [1, H], kind: 'parameter' }, b_2: { shape: [1], kind: 'parameter' } },
      ...{ x: { shape: [1], kind: 'data' }, target: { shape: [1], kind: 'data' } },
    },
    ({ W_1, b_1, W_2, b_2, x, target }) => {
      const h = relu(add(matvec(W_1!, x!), b_1!));
      const y = add(matvec(W_2!, h), b_2!);
      return { h, y, L: mse(y, target!) };
    },
  );

const meanOver = (n: number, f: (i: number) => number): number =>
  Array.from({ length: n }, (_, i) => f(i)).reduce((sum, value) => sum + value, 0) / n;

/**
 * The first source's generator: y_i = 0.9·X_i + 0.1·y_{i−1}, X_i = y_{i−1} + u_i, u_i uniform in [0, 1); X_0 = y_0 = u_0.
 * Inputs X, targets y.
 *
 * So y_i = y_{i−1} + 0.9·u_i: a walk that drifts up by 0.45 a step. Its later part lies outside anything that the earlier
 * part has shown, and Keras' `validation_split` takes the later part.
 *
 * The floor is 0: a linear recurrent network with one unit reproduces it (`k1Weights`, up to rounding), since y_{i−1}
 * follows from the past inputs. From the zero state instead of h_0 = X_0 it misses by 0.1^(i+1)·X_0, in the mean square
 * (1 − 0.01^T)/(297·T): 3.4e-5 for T = 100.
 *
 * The source trains a network without memory, on X_i alone. What it can reach: X_i − 0.05 misses by 0.1·(u_i − ½), in the
 * mean square 0.01/12 = 8.3e-4 at each step but the first, where X_0 itself is exact. No function of X_i does
 * better once the walk has spread far beyond [0, 1), for then X_i says nothing about u_i. Passing X_i on has 0.01/3;
 * predicting 0 has 691 for T = 100.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * const { baseline, others } = tasks.k1.bounds({ T: 100 });
 * others?.map(({ id, loss }) => [id, loss]) // → [['offset', 0.000825…], ['identity', 0.0033…], ['zero', 690.8…]]
 * baseline.loss // → 3.42…
 * ```
 */
export const k1 = defineTask({
  id: 'k1',
  name: 'Drifting average (K1)',
  description: 'Reproduce an average of the input and the last target: the generator of the first source.',
  loss: 'mse',
  options: { T: { default: 100, min: 1, max: 1000 } },
  bounds({ T }) {
    const mean = (i: number) => 0.5 + 0.45 * i;
    const variance = (i: number) => (1 + 0.81 * i) / 12;
    const rest = (T - 1) / T;
    return {
      floor: { id: 'floor', loss: 0, rule: '0.9·x_t + 0.1·y_{t−1}' },
      baseline: { id: 'clock', loss: meanOver(T, variance), rule: 'the line 0.5 + 0.45·i' },
      others: [
        { id: 'offset', loss: (rest * 0.01) / 12, rule: 'x_t − 0.05, without memory; x_t at the first step' },
        { id: 'identity', loss: (rest * 0.01) / 3, rule: 'x_t' },
        { id: 'zero', loss: meanOver(T, (i) => mean(i) * mean(i) + variance(i)), rule: 'always 0' },
      ],
    };
  },
  make({ T }, draw) {
    const { X, y } = series(T, draw);
    return {
      inputs: X.map((v) => [v]),
      targets: y.map((v) => [v]),
      columns: { inputs: ['X'], outputs: ['y'] },
    };
  },
});
