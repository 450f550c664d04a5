// One linear unit is to say 1 after 50 ones. Gradient descent from
// w = 1.1: what becomes of the numbers, and which goes first?
import { backward, network, rnnIdentity, run } from 'unrolled';

const program = backward(network(rnnIdentity, { X: 1, H: 1, Y: 1, T: 50, loss: 'mse', lossAt: 'last' }), {
  wrt: ['W_hh'],
});
const ones = Array.from({ length: 50 }, () => [1]);
const fixed = { W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0], x: ones, target: ones };
let w = 1.1;
for (let n = 0; Number.isFinite(w); n++) {
  const values = run(program, { W_hh: [[w]], ...fixed });
  const [L, g] = ['L', 'dL/dW_hh'].map((name) => values.get(name)!.data[0]!);
  console.log(`update ${n}: w = ${w.toPrecision(3)}, loss ${L!.toPrecision(3)}, gradient ${g!.toPrecision(3)}`);
  w -= 0.01 * g!;
}
console.log('then: w =', w);
