import { add, matvec, mul, sigmoid, tanh } from '../ops.ts';
import { defineCell, gateShapes } from './cell.ts';

/**
 * Long short-term memory with a forget gate: Gers, Schmidhuber & Cummins (2000), with tanh as everyone computes it now.
 *
 * f, i, o = σ(W_h· h_{t−1} + W_x· x_t + b_·), g = tanh(W_hg h_{t−1} + W_xg x_t + b_g),
 * c_t = f ⊙ c_{t−1} + i ⊙ g, h_t = o ⊙ tanh(c_t).
 *
 * For each k of f, i, o, g: W_hk [H, H], W_xk [H, X], b_k [H]; x_t [X], h_t [H], c_t [H]. A gate of 1 lets all
 * through: f = 1 keeps. g, the candidate, is c̃ in many papers and no gate, though PyTorch calls it "cell gate".
 */
export const lstm = defineCell({
  id: 'lstm',
  name: 'LSTM',
  paper: 'gers2000',
  libraries: {
    pytorch: { name: 'torch.nn.LSTM', gates: ['i', 'f', 'g', 'o'], biases: 2 },
    keras: { name: 'keras.layers.LSTM', gates: ['i', 'f', 'g', 'o'], biases: 1 },
  },
  memory: { gate: 'f', keepsAt: 1 },
  parameters: (sizes) => gateShapes(sizes, 'f', 'i', 'o', 'g'),
  state: ({ H }) => ({ h: [H], c: [H] }),
  step({ W_hf, W_xf, b_f, W_hi, W_xi, b_i, W_ho, W_xo, b_o, W_hg, W_xg, b_g }, { h, c }, x) {
    const f = sigmoid(add(matvec(W_hf, h), matvec(W_xf, x), b_f));
    const i = sigmoid(add(matvec(W_hi, h), matvec(W_xi, x), b_i));
    const o = sigmoid(add(matvec(W_ho, h), matvec(W_xo, x), b_o));
    const g = tanh(add(matvec(W_hg, h), matvec(W_xg, x), b_g));
    const c_t = add(mul(f, c), mul(i, g));
    return { f, i, o, g, c: c_t, h: mul(o, tanh(c_t)) };
  },
});
