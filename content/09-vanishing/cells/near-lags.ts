// E73: does the shared matrix learn slowly, or does it learn from
// the near past only? The terms of its gradient, by lag.
import { initializers, network, parametersOf, random, rnn, rnnIdentity, throughTime } from 'unrolled';

const { lagShares, lagTerms, totalOf } = throughTime;
const near = (shares: readonly { share: number }[]) => shares.slice(0, 5).reduce((sum, { share }) => sum + share, 0);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const scalar = network(rnnIdentity, { X: 1, H: 1, Y: 1, T: 20, loss: 'mse', lossAt: 'last' });
const ones = Array.from({ length: 20 }, () => [1]);
for (const w of [0.5, 0.9]) {
  const weights = { W_hh: [[w]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
  const shares = lagShares(lagTerms(scalar, { ...weights, x: ones, target: ones }, 'W_hh'));
  console.log(`one linear unit, w = ${w}: ${percent(near(shares))} from the 5 nearest lags`);
}

const [H, T] = [8, 30];
const sizes = { X: 1, H, Y: 1 };
const program = network(rnn, { ...sizes, T, loss: 'mse', lossAt: 'last' });
const results = Array.from({ length: 20 }, (_, seed) => {
  const source = random(seed);
  const draw = initializers.torchDefault(H);
  const weights = Object.entries(parametersOf(rnn, sizes)).map(([name, shape]) => [
    name,
    { shape, data: draw(shape, source, name) },
  ]);
  const x = Array.from({ length: T }, (_, t) => [source.normal('x', t)]);
  const given = { ...Object.fromEntries(weights), h_0: Array(H).fill(0), x, target: Array(T).fill([1]) };
  const table = lagTerms(program, given, 'W_hh');
  const shares = lagShares(table);
  return { near: near(shares), far: shares[25]!.norm, whole: Math.hypot(...totalOf(table).data) };
});
const median = (all: number[]) => all.sort((a, b) => a - b)[10]!;
console.log(
  `eight tanh units, 20 seeds: median ${percent(median(results.map((r) => r.near)))} from the 5 nearest lags`,
);
console.log(
  `gradient of W_hh: median ${median(results.map((r) => r.whole)).toPrecision(2)}; its lag-25 term: ${median(results.map((r) => r.far)).toExponential(0)}`,
);
