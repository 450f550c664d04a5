// How much of a gradient is left after 50 steps, by the matrix that
// a training starts from? 20 seeds each, 8 units that read noise.
import {
  type Cell,
  initializers,
  linearAlgebra,
  network,
  parametersOf,
  random,
  rnn,
  rnnIdentity,
  type Tensor,
  throughTime,
} from 'unrolled';

const [H, T] = [8, 50];
const starts = {
  'PyTorch, U(±1/√H)': initializers.torchDefault(H),
  'Glorot, U(±√(3/H))': initializers.glorotUniform,
  'Gaussian, 1/√H': initializers.normal(1 / Math.sqrt(H)),
  identity: initializers.identity(),
  orthogonal: initializers.orthogonal(),
  'orthogonal × 1.2': initializers.orthogonal(1.2),
};

function left(cell: Cell, start: initializers.Initializer, seed: number): number {
  const sizes = { X: 1, H, Y: 1 };
  const source = random(seed);
  const parameter = ([name, shape]: [string, readonly number[]]): [string, Tensor] => {
    const draw = name === 'W_hh' ? start : name.startsWith('b') ? initializers.zeros : initializers.glorotUniform;
    return [name, { shape, data: draw(shape, source, name) }];
  };
  const weights = Object.fromEntries(Object.entries(parametersOf(cell, sizes)).map(parameter));
  const x = Array.from({ length: T }, (_, t) => [source.normal('x', t)]);
  const given = { ...weights, h_0: Array(H).fill(0), x, target: Array(T).fill([0]) };
  const jacobians = throughTime.stateJacobians(network(cell, { ...sizes, T, loss: 'mse' }), given);
  return linearAlgebra.spectralNorm(throughTime.jacobianBetween(jacobians, 0, T));
}
for (const [name, start] of Object.entries(starts)) {
  const texts = [rnnIdentity, rnn].map((cell) => {
    const norms = Array.from({ length: 20 }, (_, seed) => left(cell, start, seed)).sort((a, b) => a - b);
    const [least, median, most] = [norms[0]!, norms[10]!, norms[19]!].map((x) => x.toExponential(0));
    return `median ${median} (${least} to ${most})`;
  });
  console.log(`${name}: linear ${texts[0]}, tanh ${texts[1]}`);
}
