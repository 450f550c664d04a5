// E35: parity, "was the number of ones odd?", of two inputs. Can a
// linear network have it?
import { initializers, network, parametersOf, random, rnnIdentity, rnnRelu, run } from 'unrolled';

const sizes = { X: 1, H: 2, Y: 1, T: 2, loss: 'mse' } as const;
const zeros = { h_0: [0, 0], target: [[0], [0]] };
const inputs = ['00', '01', '10', '11'].map((digits) => Array.from(digits, (digit) => [Number(digit)]));

for (const seed of [1, 2, 3]) {
  const draw = ([name, shape]: [string, readonly number[]]) =>
    [name, { shape, data: initializers.normal(1)(shape, random(seed), name) }] as const;
  const weights = Object.fromEntries(Object.entries(parametersOf(rnnIdentity, sizes)).map(draw));
  const y = inputs.map((x) => run(network(rnnIdentity, sizes), { ...weights, ...zeros, x }).get('y')!.data[1]!);
  const mixed = y[1]! + y[2]! - y[0]! - y[3]!; // parity needs 1 + 1 − 0 − 0 = 2
  console.log(`linear, weights ${seed}: y(01) + y(10) − y(00) − y(11) = ${Math.abs(mixed).toFixed(12)}`);
}
const parity = [1, -2]; // the parity so far is h[0] − 2 h[1], with h = (ReLU(parity + x), ReLU(parity + x − 1))
const byHand = { W_hh: [parity, parity], W_xh: [[1], [1]], b_h: [0, -1], W_hy: [parity], b_y: [0] };
for (const x of inputs) {
  const y = run(network(rnnRelu, sizes), { ...byHand, ...zeros, x }).get('y')!.data;
  console.log(`ReLU, by hand: reads ${x}, says ${y[1]}`);
}
