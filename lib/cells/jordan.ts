import { add, matvec, tanh } from '../ops.ts';
import { defineCell } from './cell.ts';

/**
 * The recurrent network of Jordan (1986), with feedback from the output instead of the hidden layer:
 * h_t = tanh(W_yh y_{t−1} + W_xh x_t + b_h), y_t = W_hy h_t + b_y.
 *
 * W_yh [H, Y], W_xh [H, X], b_h [H], W_hy [Y, H], b_y [Y]. Jordan's state units also decay their own
 * past; here the state is the last output, the part that textbooks keep.
 */
export const jordan = defineCell({
  id: 'jordan',
  name: 'Jordan network',
  paper: 'jordan1986',
  variantOf: 'rnn',
  parameters: ({ X, H, Y }) => ({ W_yh: [H, Y], W_xh: [H, X], b_h: [H], W_hy: [Y, H], b_y: [Y] }),
  state: ({ Y }) => ({ y: [Y] }),
  step({ W_yh, W_xh, b_h, W_hy, b_y }, { y }, x) {
    const a = add(matvec(W_yh, y), matvec(W_xh, x), b_h);
    const h = tanh(a);
    return { a, h, y: add(matvec(W_hy, h), b_y) };
  },
});
