import { add, matvec, mul, sigmoid, sub, tanh } from '../ops.ts';
import { defineCell, gateShapes } from './cell.ts';

/**
 * The minimal gated unit of Zhou et al. (2016): a GRU whose one gate does the work of both.
 *
 * f = σ(W_hf h_{t−1} + W_xf x_t + b_f), n = tanh(W_hn (f ⊙ h_{t−1}) + W_xn x_t + b_n),
 * h_t = (1−f) ⊙ h_{t−1} + f ⊙ n. Called forget gate, but f = 0 is what keeps.
 *
 * For each k of f, n: W_hk [H, H], W_xk [H, X], b_k [H]; x_t [X], h_t [H].
 */
export const mgu = defineCell({
  id: 'mgu',
  name: 'Minimal gated unit',
  paper: 'zhou2016',
  variantOf: 'gru',
  memory: { gate: 'f', keepsAt: 0 },
  parameters: (sizes) => gateShapes(sizes, 'f', 'n'),
  state: ({ H }) => ({ h: [H] }),
  step({ W_hf, W_xf, b_f, W_hn, W_xn, b_n }, { h }, x) {
    const f = sigmoid(add(matvec(W_hf, h), matvec(W_xf, x), b_f));
    const n = tanh(add(matvec(W_hn, mul(f, h)), matvec(W_xn, x), b_n));
    return { f, n, h: add(mul(sub(1, f), h), mul(f, n)) };
  },
});
