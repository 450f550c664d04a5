// E57: what a window of K steps keeps of the gradient. A linear unit
// h_t = 0.9 h_{t−1} + x with x = 1 and h_0 = 0, T = 20, loss at the
// last step.
import { network, rnnIdentity, throughTime } from 'unrolled';

const T = 20;
const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T, loss: 'mse', lossAt: 'last' });
const ones = Array.from({ length: T }, () => [1]);
const weights = { W_hh: [[0.9]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
const given = { ...weights, x: ones, target: ones.map(() => [0]) };

for (const name of ['W_hh', 'W_xh']) {
  const terms = throughTime.lagTerms(program, given, name);
  const full = throughTime.totalOf(terms).data[0]!;
  const shares = [5, 10, 20].map((window) => {
    const { gradient, lost } = throughTime.truncate(terms, { window });
    return `K = ${window}: ${(gradient.data[0]! / full).toFixed(3)} (${lost.filter(({ t }) => t === T).length} lost)`;
  });
  console.log(`${name}  ${shares.join('   ')}`);
}
