// A leaky unit keeps 1 − α of its state and takes α of a new one.
// A skip reads the state of five steps before as well. What is left
// of a gradient after 50 steps? 6 tanh units, 20 seeds each.
import {
  add,
  type Cell,
  defineCell,
  initializers,
  linearAlgebra,
  matvec,
  mul,
  network,
  parametersOf,
  random,
  type Tensor,
  tanh,
  throughTime,
} from 'unrolled';

const [H, T] = [6, 50];
const sizes = { X: 1, H, Y: 1 };
const parameters = () => ({ W_hh: [H, H], W_xh: [H, 1], b_h: [H] });

const leaky = (alpha: number): Cell =>
  defineCell({
    id: `leaky-${alpha}`,
    name: 'Leaky RNN',
    paper: 'bengio2013',
    parameters,
    state: () => ({ h: [H] }),
    step({ W_hh, W_xh, b_h }, { h }, x) {
      const a = add(matvec(W_hh, h), matvec(W_xh, x), b_h);
      return { a, h: add(mul(1 - alpha, h), mul(alpha, tanh(a))) };
    },
  });

/** The states of the last five steps are handed on, and the oldest is read. */
const skipping = defineCell({
  id: 'skipping',
  name: 'RNN that reads five steps back',
  paper: 'lin1996',
  parameters: () => ({ ...parameters(), W_hs: [H, H] }),
  state: () => ({ h: [H], h2: [H], h3: [H], h4: [H], h5: [H] }),
  step({ W_hh, W_hs, W_xh, b_h }, { h, h2, h3, h4, h5 }, x) {
    const a = add(matvec(W_hh, h), matvec(W_hs, h5), matvec(W_xh, x), b_h);
    return { a, h: tanh(a), h2: h, h3: h2, h4: h3, h5: h4 };
  },
});

function left(cell: Cell, seed: number): number {
  const source = random(seed);
  const weights = Object.entries(parametersOf(cell, sizes)).map(([name, shape]): [string, Tensor] => [
    name,
    { shape, data: initializers.torchDefault(H)(shape, source, name) },
  ]);
  const x = Array.from({ length: T }, (_, t) => [source.normal('x', t)]);
  const starts = Object.keys(cell.state(sizes)).map((symbol) => [`${symbol}_0`, Array(H).fill(0)]);
  const given = { ...Object.fromEntries([...weights, ...starts]), x, target: Array(T).fill([0]) };
  const jacobians = throughTime.stateJacobians(network(cell, { ...sizes, T, loss: 'mse' }), given);
  const J = throughTime.jacobianBetween(jacobians, 0, T);
  return linearAlgebra.spectralNorm(throughTime.block(J, jacobians.parts, 'h', 'h'));
}
for (const [name, cell] of [
  ['plain, α = 1', leaky(1)],
  ['leaky, α = 0.5', leaky(0.5)],
  ['leaky, α = 0.1', leaky(0.1)],
  ['leaky, α = 0.02', leaky(0.02)],
  ['with a skip of 5', skipping],
] as const) {
  const norms = Array.from({ length: 20 }, (_, seed) => left(cell, seed)).sort((a, b) => a - b);
  const [least, median, most] = [norms[0]!, norms[10]!, norms[19]!].map((x) => x.toExponential(0));
  console.log(`${name}: median ${median} (${least} to ${most})`);
}
