// 40 random tanh networks of 5 units that read faint noise. When the
// largest singular value is below 1, does every gradient vanish?
// When the spectral radius is above 1, does every gradient explode?
import { initializers, linearAlgebra, network, random, rnn, throughTime } from 'unrolled';

const [H, T] = [5, 50];
const { spectralNorm, spectralRadius } = linearAlgebra;
const program = network(rnn, { X: 1, H, Y: 1, T, loss: 'mse' });
const zeros = {
  b_h: Array(H).fill(0),
  W_hy: [Array(H).fill(0)],
  b_y: [0],
  h_0: Array(H).fill(0),
  target: Array(T).fill([0]),
};

/** ‖∂h_50/∂h_0‖ for a random matrix that was scaled to have this size. */
function gradient(seed: number, scale: (W: Float64Array) => number): number {
  const source = random(seed);
  const drawn = initializers.normal(1)([H, H], source, 'W_hh');
  const W_hh = { shape: [H, H], data: drawn.map((w) => w * scale(drawn)) };
  const W_xh = { shape: [H, 1], data: initializers.normal(1)([H, 1], source, 'W_xh') };
  const x = Array.from({ length: T }, (_, t) => [0.2 * source.normal('x', t)]);
  const jacobians = throughTime.stateJacobians(program, { ...zeros, W_hh, W_xh, x });
  return spectralNorm(throughTime.jacobianBetween(jacobians, 0, T));
}
const matrix = (data: Float64Array) => ({ shape: [H, H], data });
const cases = {
  'largest singular value 0.95': (W: Float64Array) => 0.95 / spectralNorm(matrix(W)),
  'spectral radius 1.3        ': (W: Float64Array) => 1.3 / spectralRadius(matrix(W)),
  'spectral radius 3          ': (W: Float64Array) => 3 / spectralRadius(matrix(W)),
};
for (const [name, scale] of Object.entries(cases)) {
  const norms = Array.from({ length: 40 }, (_, seed) => gradient(seed, scale)).sort((a, b) => a - b);
  const [least, median, most] = [norms[0]!, norms[20]!, norms[39]!].map((x) => x.toExponential(0));
  console.log(
    `${name}: ${norms.filter((x) => x > 1).length} of 40 above 1; from ${least}, median ${median}, to ${most}`,
  );
}
