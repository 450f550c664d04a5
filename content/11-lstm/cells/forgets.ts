// E80b: what is left of c_0 = 1 after 10 steps in which nothing is
// written, when the forget gate has only its bias?
import { math } from 'unrolled';

for (const b_f of [0, 1, 3, 5]) {
  const f = math.sigmoid(b_f);
  let c = 1;
  for (let t = 1; t <= 10; t++) c = f * c;
  const half = math.log(0.5) / math.log(f);
  console.log(`b_f = ${b_f}: f = ${f.toFixed(4)}, half is left after ${half.toFixed(2)} steps, c_10 = ${c.toFixed(4)}`);
}
// And the gate can be told to forget: it shuts at one input.
let c = 1;
for (const x of [0, 0, 1, 0]) {
  c = math.sigmoid(8 - 16 * x) * c;
  console.log(`reads ${x}: c = ${c.toFixed(4)}`);
}
