// R1: the engine's own unrolled list for three steps. Every step
// is a layer, and all share W_hh, W_xh and b_h.
import { add, matvec, print, scan, tanh, trace, unroll } from 'unrolled';

const cell = trace(
  {
    W_hh: { shape: [2, 2], kind: 'parameter' },
    W_xh: { shape: [2, 1], kind: 'parameter' },
    b_h: { shape: [2], kind: 'parameter' },
    h_0: { shape: [2], kind: 'state' },
    x: { shape: [3, 1], kind: 'data' },
  },
  ({ W_hh, W_xh, b_h, h_0, x }) =>
    scan({ h: h_0! }, { x: x! }, ({ h }, { x: x_t }) => ({
      h: tanh(add(matvec(W_hh!, h!), matvec(W_xh!, x_t!), b_h!)),
    })),
);
console.log(print(unroll(cell)));
