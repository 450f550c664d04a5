// Two steps forward, two steps back: h_t = tanh(w_h h_{t−1} + w_x x_t),
// y_t = h_t, and the loss is y_1² + y_2² (the targets are 0).
import { math } from 'unrolled';

const [w_h, w_x] = [0.5, 1];
const x = [1, 0];

const h = [0]; // h_0; the states are kept for the way back
for (const x_t of x) h.push(math.tanh(w_h * h.at(-1)! + w_x * x_t));

let dw_h = 0;
let dh_next = 0; // what the steps after this one say to h_t
for (let t = x.length; t >= 1; t--) {
  const dh = 2 * h[t]! + dh_next; // from the loss of this step, and from the future
  const da = dh * (1 - h[t]! ** 2); // through tanh
  dw_h += da * h[t - 1]!; // this use of w_h, added to the others
  dh_next = w_h * da; // on to the step before
  console.log(`t = ${t}: dh = ${dh.toFixed(4)}, da = ${da.toFixed(4)}, dw_h so far ${dw_h.toFixed(4)}`);
}
