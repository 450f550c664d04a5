// E59: one gradient, and what three optimisers make of it. And which
// way the loss goes: against the gradient, or along it.
import { adam, backward, initialState, momentum, network, output, rnn, run, sgd, update } from 'unrolled';

const program = backward(network(rnn, { X: 1, H: 1, Y: 1, T: 5, loss: 'mse' }), { wrt: ['W_hh'] });
const rest = { W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
const data = { x: [[1], [0], [0], [0], [0]], target: [[0], [0], [0], [0.5], [1]] };
const at = (w: number) => run(program, { ...rest, ...data, W_hh: [[w]] });

const weights = { W_hh: [[0.9]] };
const values = at(0.9);
const gradient = output(program, values, 'dL/dW_hh');
console.log(`after backward: W_hh = ${weights.W_hh[0]![0]}, gradient ${gradient.data[0]!.toFixed(4)}`);

for (const optimizer of [sgd, momentum, adam]) {
  let state = initialState(optimizer, weights);
  let w = update(optimizer, weights, { W_hh: gradient }, state, { η: 0.1 });
  state = w.state;
  w = update(optimizer, w.parameters, { W_hh: gradient }, state, { η: 0.1 }); // the same gradient once more
  console.log(`${optimizer.name.padEnd(8)}: W_hh = ${w.parameters.W_hh!.data[0]!.toFixed(4)} after two steps`);
}
const loss = (w: number) => output(program, at(w), 'L').data[0]!.toFixed(4);
const step = 0.1 * gradient.data[0]!;
console.log(`loss here ${loss(0.9)}, against the gradient ${loss(0.9 - step)}, along it ${loss(0.9 + step)}`);
