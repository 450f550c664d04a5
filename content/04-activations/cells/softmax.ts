// Two logits, 0 and ln 3: their exponentials are 1 and 3. Then the
// same with 100 added to both.
import { jets, math, softmax, trace } from 'unrolled';

const program = trace({ z: { shape: [2], kind: 'data' } }, ({ z }) => ({ p: softmax(z!) }));
for (const shift of [0, 100]) {
  const z = [shift, shift + math.log(3)];
  const columns = [
    [1, 0],
    [0, 1],
  ].map((seed) => jets(program, { z }, { seed: { z: seed } }).get(program.outputs.p!)!);
  console.log(`p = ${Array.from(columns[0]![0]!.data, (p) => p.toFixed(4)).join(', ')}`);
  columns.forEach((jet, j) => {
    console.log(`by z${j + 1}: ${Array.from(jet[1]!.data, (d) => d.toFixed(4)).join(', ')}`);
  });
}
