// Two units that read one number. Unit 1 is the scalar cell; unit
// 2 looks at what unit 1 was.
import { add, matvec, run, scan, tanh, toArray, trace } from 'unrolled';

const layer = trace(
  {
    W_hh: { shape: [2, 2], kind: 'parameter' },
    W_xh: { shape: [2, 1], kind: 'parameter' },
    b_h: { shape: [2], kind: 'parameter' },
    h_0: { shape: [2], kind: 'state' },
    x: { shape: [2, 1], kind: 'data' },
  },
  ({ W_hh, W_xh, b_h, h_0, x }) =>
    scan({ h: h_0! }, { x: x! }, ({ h }, { x: x_t }) => ({
      h: tanh(add(matvec(W_hh!, h!), matvec(W_xh!, x_t!), b_h!)),
    })),
);

const weights = {
  W_hh: [
    [0.5, 0],
    [1, 0],
  ],
  W_xh: [[1], [0]],
  b_h: [0, 0],
};
const values = run(layer, { ...weights, h_0: [0, 0], x: [[1], [0]] });
console.log('h_1, h_2 =', toArray(values.get('h')!));
