// E25: does ReLU solve it? The gradient over 50 steps, 20 seeds each,
// of 8 units that read noise, by the matrix that they start from.
import {
  initializers,
  linearAlgebra,
  network,
  parametersOf,
  random,
  rnnRelu,
  type Tensor,
  throughTime,
} from 'unrolled';

const [H, T] = [8, 50];
const sizes = { X: 1, H, Y: 1 };
const program = network(rnnRelu, { ...sizes, T, loss: 'mse' });

function left(start: initializers.Initializer, seed: number): number {
  const source = random(seed);
  const parameter = ([name, shape]: [string, readonly number[]]): [string, Tensor] => {
    const draw = name === 'W_hh' ? start : name.startsWith('b') ? initializers.zeros : initializers.glorotUniform;
    return [name, { shape, data: draw(shape, source, name) }];
  };
  const weights = Object.fromEntries(Object.entries(parametersOf(rnnRelu, sizes)).map(parameter));
  const x = Array.from({ length: T }, (_, t) => [source.normal('x', t)]);
  // Every unit starts at 1, so that none is dead from the start.
  const given = { ...weights, h_0: Array(H).fill(1), x, target: Array(T).fill([0]) };
  const jacobians = throughTime.stateJacobians(program, given);
  return linearAlgebra.spectralNorm(throughTime.jacobianBetween(jacobians, 0, T));
}
for (const [name, start] of Object.entries({
  'the identity': initializers.identity(),
  '1.1 × the identity': initializers.identity(1.1),
  '0.9 × the identity': initializers.identity(0.9),
  'PyTorch’s': initializers.torchDefault(H),
  'random, He': initializers.heNormal,
  'random, 2 × He': initializers.normal(2 * Math.sqrt(2 / H)),
})) {
  const norms = Array.from({ length: 20 }, (_, seed) => left(start, seed)).sort((a, b) => a - b);
  const dead = norms.filter((norm) => norm === 0).length;
  const [least, median, most] = [norms[dead] ?? 0, norms[10]!, norms[19]!].map((x) => x.toExponential(0));
  console.log(
    `${name}: median ${median}, largest ${most}, smallest ${least}${dead ? `; exactly 0 in ${dead} of 20` : ''}`,
  );
}
