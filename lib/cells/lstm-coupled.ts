import { add, matvec, mul, sigmoid, sub, tanh } from '../ops.ts';
import { defineCell, gateShapes } from './cell.ts';

/**
 * LSTM with coupled input and forget gates: it writes as much as it forgets (CIFG of Greff et al. 2017).
 *
 * f, o = σ(W_h· h_{t−1} + W_x· x_t + b_·), i = 1 − f, g = tanh(W_hg h_{t−1} + W_xg x_t + b_g),
 * c_t = f ⊙ c_{t−1} + i ⊙ g, h_t = o ⊙ tanh(c_t). So c_t is a weighted mean and stays in [−1, 1] with c_0.
 *
 * Shapes as in `lstm`. Greff et al. write f = 1 − i, the same with the signs of the weights turned, and keep peepholes.
 */
export const lstmCoupled = defineCell({
  id: 'lstm-coupled',
  name: 'LSTM with coupled gates',
  paper: 'greff2017',
  variantOf: 'lstm',
  memory: { gate: 'f', keepsAt: 1 },
  parameters: (sizes) => gateShapes(sizes, 'f', 'o', 'g'),
  state: ({ H }) => ({ h: [H], c: [H] }),
  step({ W_hf, W_xf, b_f, W_ho, W_xo, b_o, W_hg, W_xg, b_g }, { h, c }, x) {
    const f = sigmoid(add(matvec(W_hf, h), matvec(W_xf, x), b_f));
    const i = sub(1, f);
    const o = sigmoid(add(matvec(W_ho, h), matvec(W_xo, x), b_o));
    const g = tanh(add(matvec(W_hg, h), matvec(W_xg, x), b_g));
    const c_t = add(mul(f, c), mul(i, g));
    return { f, i, o, g, c: c_t, h: mul(o, tanh(c_t)) };
  },
});
