// Real-time recurrent learning for one unit: beside the state walks its
// derivative by w_h. Nothing is kept of the steps before.
import { math } from 'unrolled';

const [w_h, w_x] = [0.5, 1];
let h = 0;
let s = 0; // ∂h/∂w_h
let dw_h = 0; // the gradient so far
for (const x_t of [1, 0]) {
  const before = h;
  h = math.tanh(w_h * h + w_x * x_t);
  s = (1 - h ** 2) * (w_h * s + before); // through the state, and this use of w_h
  dw_h += 2 * h * s; // the loss of this step is h²
  console.log(`h = ${h.toFixed(4)}, s = ${s.toFixed(4)}, dw_h so far ${dw_h.toFixed(4)}`);
}
