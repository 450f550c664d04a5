import { add, matvec, mul, sigmoid, tanh } from '../ops.ts';
import { defineCell, gateShapes } from './cell.ts';

/**
 * LSTM as it began, without a forget gate: Hochreiter & Schmidhuber (1997). What is in c stays and is only added to.
 *
 * i, o = σ(W_h· h_{t−1} + W_x· x_t + b_·), g = tanh(W_hg h_{t−1} + W_xg x_t + b_g),
 * c_t = c_{t−1} + i ⊙ g, h_t = o ⊙ tanh(c_t).
 *
 * Shapes as in `lstm`. The paper squashes with 2·tanh(a/2) and tanh(c/2) where tanh stands here, and cuts the gradient
 * off where it leaves a memory cell through a gate or the candidate; here nothing is cut.
 */
export const lstm1997 = defineCell({
  id: 'lstm-1997',
  name: 'LSTM without forget gate',
  paper: 'hochreiter1997',
  variantOf: 'lstm',
  parameters: (sizes) => gateShapes(sizes, 'i', 'o', 'g'),
  state: ({ H }) => ({ h: [H], c: [H] }),
  step({ W_hi, W_xi, b_i, W_ho, W_xo, b_o, W_hg, W_xg, b_g }, { h, c }, x) {
    const i = sigmoid(add(matvec(W_hi, h), matvec(W_xi, x), b_i));
    const o = sigmoid(add(matvec(W_ho, h), matvec(W_xo, x), b_o));
    const g = tanh(add(matvec(W_hg, h), matvec(W_xg, x), b_g));
    const c_t = add(c, mul(i, g));
    return { i, o, g, c: c_t, h: mul(o, tanh(c_t)) };
  },
});
