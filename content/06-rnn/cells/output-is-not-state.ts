// E43: the state h_t has n numbers; the output y_t has as many as
// the task needs.
import { add, matvec, run, scan, tanh, toArray, trace } from 'unrolled';

const layer = trace(
  {
    W_hh: { shape: [2, 2], kind: 'parameter' },
    W_xh: { shape: [2, 1], kind: 'parameter' },
    W_hy: { shape: [1, 2], kind: 'parameter' },
    b_y: { shape: [1], kind: 'parameter' },
    h_0: { shape: [2], kind: 'state' },
    x: { shape: [2, 1], kind: 'data' },
  },
  ({ W_hh, W_xh, W_hy, b_y, h_0, x }) =>
    scan({ h: h_0! }, { x: x! }, ({ h }, { x: x_t }) => {
      const next = tanh(add(matvec(W_hh!, h!), matvec(W_xh!, x_t!)));
      return { h: next, y: add(matvec(W_hy!, next), b_y!) };
    }),
);
const weights = {
  W_hh: [
    [0.5, 0],
    [1, 0],
  ],
  W_xh: [[1], [0]],
  W_hy: [[1, -1]],
  b_y: [10],
};
const values = run(layer, { ...weights, h_0: [0, 0], x: [[1], [0]] });
console.log('h_1, h_2 =', toArray(values.get('h')!));
console.log('y_1, y_2 =', toArray(values.get('y')!));
