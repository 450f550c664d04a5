import { add, matvec, mul, sigmoid, tanh } from '../ops.ts';
import { defineCell, gateShapes } from './cell.ts';

/**
 * LSTM whose gates see the cell state, each unit its own: Gers & Schmidhuber (2000), in the form of Greff et al. (2017).
 *
 * f, i = σ(W_h· h_{t−1} + W_x· x_t + p_· ⊙ c_{t−1} + b_·), g = tanh(W_hg h_{t−1} + W_xg x_t + b_g),
 * c_t = f ⊙ c_{t−1} + i ⊙ g, o = σ(W_ho h_{t−1} + W_xo x_t + p_o ⊙ c_t + b_o), h_t = o ⊙ tanh(c_t).
 *
 * Shapes as in `lstm`, and p_f, p_i, p_o [H]: the diagonals of matrices. The output gate looks at the new c_t.
 */
export const lstmPeephole = defineCell({
  id: 'lstm-peephole',
  name: 'LSTM with peepholes',
  paper: 'gers2000peepholes',
  variantOf: 'lstm',
  memory: { gate: 'f', keepsAt: 1 },
  parameters: (sizes) => ({
    ...gateShapes(sizes, 'f', 'i', 'g', 'o'),
    ...{ p_f: [sizes.H], p_i: [sizes.H], p_o: [sizes.H] },
  }),
  state: ({ H }) => ({ h: [H], c: [H] }),
  step({ W_hf, W_xf, p_f, b_f, W_hi, W_xi, p_i, b_i, W_hg, W_xg, b_g, W_ho, W_xo, p_o, b_o }, { h, c }, x) {
    const f = sigmoid(add(matvec(W_hf, h), matvec(W_xf, x), mul(p_f, c), b_f));
    const i = sigmoid(add(matvec(W_hi, h), matvec(W_xi, x), mul(p_i, c), b_i));
    const g = tanh(add(matvec(W_hg, h), matvec(W_xg, x), b_g));
    const c_t = add(mul(f, c), mul(i, g));
    const o = sigmoid(add(matvec(W_ho, h), matvec(W_xo, x), mul(p_o, c_t), b_o));
    return { f, i, g, c: c_t, o, h: mul(o, tanh(c_t)) };
  },
});
