// E27: tanh' is nearly 1 everywhere, and the gradient vanishes. And
// what makes it explode? Five tanh units that read nothing and
// stay near 0, where the slope is 1; 20 orthogonal matrices each.
import { initializers, linearAlgebra, network, random, rnn, run, throughTime } from 'unrolled';

const [H, T] = [5, 50];
const program = network(rnn, { X: 1, H, Y: 1, T, loss: 'mse' });
const silence = Array.from({ length: T }, () => [0]);
const rest = {
  W_xh: Array(H).fill([0]),
  b_h: Array(H).fill(0),
  W_hy: [Array(H).fill(0)],
  b_y: [0],
  x: silence,
  target: silence,
};

for (const size of [0.9, 1, 1.1]) {
  const results = Array.from({ length: 20 }, (_, seed) => {
    const W_hh = { shape: [H, H], data: initializers.orthogonal(size)([H, H], random(seed), 'W') };
    const given = { ...rest, W_hh, h_0: Array(H).fill(1e-6) };
    const slopes = run(program, given)
      .get('h')!
      .data.map((h) => 1 - h * h);
    const J = throughTime.jacobianBetween(throughTime.stateJacobians(program, given), 0, T);
    return { slope: Math.min(...slopes), norm: linearAlgebra.spectralNorm(J) };
  });
  const slope = Math.min(...results.map((each) => each.slope));
  const norms = results.map((each) => each.norm);
  const [least, most] = [Math.min(...norms), Math.max(...norms)].map((x) => x.toPrecision(4));
  console.log(`W stretches by ${size}: smallest slope ${slope.toFixed(6)}, gradient from ${least} to ${most}`);
}
