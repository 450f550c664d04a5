// One linear unit: h_t = w·h_{t−1}. How much of h_0 is left in
// h_t? The product of the engine's Jacobians.
import { network, rnnIdentity, throughTime } from 'unrolled';

const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T: 50, loss: 'mse' });
const silence = Array.from({ length: 50 }, () => [0]);
for (const w of [0.5, 0.9, 1, 1.1]) {
  const weights = { W_hh: [[w]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0] };
  const jacobians = throughTime.stateJacobians(program, { ...weights, h_0: [1], x: silence, target: silence });
  const left = [1, 2, 10, 50].map((t) => throughTime.jacobianBetween(jacobians, 0, t).data[0]!.toPrecision(4));
  console.log(`w = ${w}: after 1, 2, 10 and 50 steps ${left.join(', ')}`);
}
