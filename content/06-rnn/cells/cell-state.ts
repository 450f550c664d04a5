// E45: a sum that keeps everything, and a plain state that tanh
// holds between −1 and 1.
import { math } from 'unrolled';

let c = 0;
let h = 0;
for (let t = 1; t <= 200; t++) {
  c = c + 1; // keep all of c, add 1
  h = math.tanh(h + 1); // the plain cell, reading the same 1
  if (t % 100 === 0) console.log(`after ${t} ones: c = ${c}, h = ${h.toFixed(4)}`);
}
