// Two steps of a scalar recurrent cell: read 1, then 0.
import { math } from 'unrolled';

const w_h = 0.5; // how much of the last state comes in
const w_x = 1; // how much of the input comes in
const b = 0;
const x = [1, 0];

let h = 0; // h_0
x.forEach((x_t, k) => {
  const a = w_h * h + w_x * x_t + b;
  h = math.tanh(a);
  console.log(`t = ${k + 1}: a = ${a.toFixed(4)}, h = ${h.toFixed(4)}`);
});
