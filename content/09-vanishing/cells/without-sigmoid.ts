// E26: does it take a sigmoid for a gradient to vanish, and does a
// sigmoid always make it vanish? And who goes without: the early
// steps or the late ones?
import { type Cell, network, rnnIdentity, rnnLogistic, throughTime } from 'unrolled';

function left(cell: Cell, w: number, b: number, h_0: number): string {
  const program = network(cell, { X: 1, H: 1, Y: 1, T: 50, loss: 'mse' });
  const silence = Array.from({ length: 50 }, () => [0]);
  const weights = { W_hh: [[w]], W_xh: [[0]], b_h: [b], W_hy: [[1]], b_y: [0] };
  const jacobians = throughTime.stateJacobians(program, { ...weights, h_0: [h_0], x: silence, target: silence });
  const from = (k: number) => throughTime.jacobianBetween(jacobians, k, 50).data[0]!.toExponential(1);
  return [49, 40, 20, 0].map((k) => `${from(k)} at step ${k}`).join(', ');
}
console.log('linear, w = 0.5     :', left(rnnIdentity, 0.5, 0, 0.5));
console.log('σ, w = 4, b = −2    :', left(rnnLogistic, 4, -2, 0.5));
console.log('σ, w = 8, b = −4    :', left(rnnLogistic, 8, -4, 0.5));
console.log('σ, w = 8, b = 0     :', left(rnnLogistic, 8, 0, 0.5));
