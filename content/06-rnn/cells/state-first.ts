// E50: which comes first in a step, the state or the output? The
// order in which the engine computes them; and what the other
// order would give: an output that has not seen x_t.
import { math, network, rnn, steps, unroll } from 'unrolled';

const program = unroll(network(rnn, { X: 1, H: 1, Y: 1, T: 2, loss: 'mse' }));
const weights = { W_hh: [[0.5]], W_xh: [[1]], b_h: [0], W_hy: [[2]], b_y: [0] };
const given = { ...weights, h_0: [0], x: [[1], [0]], target: [[0], [0]] };
const computed = [...steps(program, given)].map(({ equation }) => equation.name);
console.log('order:', computed.filter((name) => /^[hy]_\d$/.test(name)).join(', '));

let h = 0;
for (const x_t of [1, 0]) {
  const early = 2 * h;
  h = math.tanh(0.5 * h + x_t);
  console.log(`reads ${x_t}: y = ${(2 * h).toFixed(4)}; output first: ${early.toFixed(4)}`);
}
