// E06: plain networks as PyTorch makes them, 40 seeds. What is
// left of a gradient, and does anything in the network repair it?
// Then the same weights, five times as large, with ReLU.
import {
  type Cell,
  initializers,
  linearAlgebra,
  network,
  parametersOf,
  random,
  rnn,
  rnnRelu,
  throughTime,
} from 'unrolled';

const [H, T] = [6, 50];
const sizes = { X: 1, H, Y: 1 };

function norms(cell: Cell, gain: number, seed: number): number[] {
  const source = random(seed);
  const draw = ([name, shape]: [string, readonly number[]]) => {
    const data = initializers.torchDefault(H)(shape, source, name);
    return [name, { shape, data: name === 'W_hh' ? data.map((w) => gain * w) : data }];
  };
  const x = Array.from({ length: T }, (_, t) => [source.normal('x', t)]);
  const given = { h_0: Array(H).fill(0), x, target: Array(T).fill([0]) };
  const weights = Object.fromEntries(Object.entries(parametersOf(cell, sizes)).map(draw));
  const jacobians = throughTime.stateJacobians(network(cell, { ...sizes, T, loss: 'mse' }), { ...weights, ...given });
  return [10, 25, 50].map((t) => linearAlgebra.spectralNorm(throughTime.jacobianBetween(jacobians, 0, t)));
}
for (const [name, cell, gain] of [
  ['tanh', rnn, 1],
  ['ReLU, 5 · W_hh', rnnRelu, 5],
] as const) {
  const all = Array.from({ length: 40 }, (_, seed) => norms(cell, gain, seed));
  for (const [k, t] of [10, 25, 50].entries()) {
    const sorted = all.map((each) => each[k]!).sort((a, b) => a - b);
    const [least, median, most] = [sorted[0]!, sorted[20]!, sorted[39]!].map((x) => x.toExponential(0));
    console.log(`${name}, ${t} steps: ${least} to ${most}, median ${median}`);
  }
}
