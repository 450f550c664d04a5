// E36: one architecture, one output layer, six sets of weights.
// How many of 16 parities are right?
import { initializers, network, parametersOf, random, rnnRelu, run, type TensorLike } from 'unrolled';

const sizes = { X: 1, H: 2, Y: 1, T: 4, loss: 'mse' } as const;
const program = network(rnnRelu, sizes);
const zeros = { h_0: [0, 0], target: [[0], [0], [0], [0]] };
const sequences = Array.from({ length: 16 }, (_, k) => [8, 4, 2, 1].map((bit) => [Math.floor(k / bit) % 2]));

function right(weights: Record<string, TensorLike>): number {
  return sequences.filter((x) => {
    const y_4 = run(program, { ...weights, ...zeros, x }).get('y')!.data[3]!;
    return y_4 > 0.5 === (x.flat().filter(Boolean).length % 2 === 1);
  }).length;
}
for (const seed of [1, 2, 3, 4, 5]) {
  const draw = ([name, shape]: [string, readonly number[]]) =>
    [name, { shape, data: initializers.normal(1)(shape, random(seed), name) }] as const;
  const weights = Object.fromEntries(Object.entries(parametersOf(rnnRelu, sizes)).map(draw));
  console.log(`random weights ${seed}: ${right(weights)} of 16`);
}
const parity = [1, -2];
const byHand = { W_hh: [parity, parity], W_xh: [[1], [1]], b_h: [0, -1], W_hy: [parity], b_y: [0] };
console.log(`weights set by hand: ${right(byHand)} of 16`);
