// E58: a network is trained for 60 updates with the gradients of
// backpropagation through time, and another with those of real-time
// recurrent learning. Do they come to different losses?
import { backward, network, output, rnn, run, throughTime } from 'unrolled';

const sizes = { X: 1, H: 1, Y: 1, T: 5, loss: 'mse' } as const;
const program = network(rnn, sizes);
const names = ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y'];
const both = backward(program, { wrt: names });
const data = { h_0: [0], x: [[1], [0], [0], [0], [0]], target: [[0], [0], [0], [0.5], [1]] };
const shapes: Record<string, number[]> = { W_hh: [1, 1], W_xh: [1, 1], b_h: [1], W_hy: [1, 1], b_y: [1] };

type Weights = Record<string, number>;
const givenOf = (weights: Weights) => ({
  ...data,
  ...Object.fromEntries(names.map((name) => [name, { shape: shapes[name]!, data: Float64Array.of(weights[name]!) }])),
});
const roads: Record<string, (weights: Weights) => Weights> = {
  bptt(weights) {
    const values = run(both, givenOf(weights));
    return Object.fromEntries(names.map((name) => [name, output(both, values, `dL/d${name}`).data[0]!]));
  },
  rtrl(weights) {
    const { gradients } = [...throughTime.rtrl(program, givenOf(weights), names)].at(-1)!;
    return Object.fromEntries(names.map((name) => [name, gradients[name]!.data[0]!]));
  },
};
const lossOf = (weights: Weights) => output(program, run(program, givenOf(weights)), 'L').data[0]!;

for (const [road, gradientOf] of Object.entries(roads)) {
  let weights: Weights = { W_hh: 0.9, W_xh: 1, b_h: 0, W_hy: 1, b_y: 0 };
  for (let n = 0; n < 60; n++) {
    const gradient = gradientOf(weights);
    weights = Object.fromEntries(names.map((name) => [name, weights[name]! - 0.05 * gradient[name]!]));
  }
  console.log(`${road}: loss ${lossOf(weights).toFixed(8)}, W_hh = ${weights.W_hh!.toFixed(8)}`);
}
