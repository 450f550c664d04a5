// E83: the forget gate held at three values. What is left of c_0 = 2
// after one step that writes nothing (i = 0)?
import { lstm, network, run } from 'unrolled';

const program = network(lstm, { X: 1, H: 1, Y: 1, T: 1, loss: 'mse' });
const off = Object.fromEntries(
  ['f', 'i', 'o', 'g'].flatMap((k) => [
    [`W_h${k}`, [[0]]],
    [`W_x${k}`, [[0]]],
  ]),
);
const rest = { W_hy: [[1]], b_y: [0], h_0: [0], c_0: [2], x: [[1]], target: [[0]] };
const shut = -1000; // σ(−1000) is 0 here, σ(1000) is 1

for (const b_f of [shut, 0, -shut]) {
  const values = run(program, { ...off, ...rest, b_f: [b_f], b_i: [shut], b_o: [0], b_g: [0] });
  console.log(`f = ${values.get('f')!.data[0]}: c_1 = ${values.get('c')!.data[0]}`);
}
