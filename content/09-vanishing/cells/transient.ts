// A linear layer with both eigenvalues 0.9. Is it shrinking?
import { linearAlgebra, network, rnnIdentity, throughTime } from 'unrolled';

const W_hh = [
  [0.9, 2],
  [0, 0.9],
];
const program = network(rnnIdentity, { X: 1, H: 2, Y: 1, T: 100, loss: 'mse' });
const silence = Array.from({ length: 100 }, () => [0]);
const rest = { W_xh: [[0], [0]], b_h: [0, 0], W_hy: [[1, 1]], b_y: [0], h_0: [0, 0] };
const given = { W_hh, ...rest, x: silence, target: silence };
const jacobians = throughTime.stateJacobians(program, given);

const stretches = linearAlgebra.singularValues(W_hh).map((s) => s.toFixed(3));
console.log(
  `spectral radius ${linearAlgebra.spectralRadius(W_hh).toFixed(3)}, singular values ${stretches.join(' and ')}`,
);
for (const t of [1, 5, 10, 20, 50, 100]) {
  const norm = linearAlgebra.spectralNorm(throughTime.jacobianBetween(jacobians, 0, t));
  console.log(`t = ${t}: ${norm.toPrecision(3)}`);
}
