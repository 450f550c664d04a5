// One task, one network, ten seeds, 600 updates: say what was read
// three steps ago. All weights are trained end to end, or only those
// of the output, while the recurrent part stays as it was drawn.
import { backward, batch, initializers, network, parametersOf, plan, random, rnn } from 'unrolled';

const sizes = { X: 1, H: 4, Y: 1, T: 8, loss: 'mse' } as const;
const N = 8;
const shapes = Object.entries(parametersOf(rnn, sizes));
const names = shapes.map(([name]) => name);
const source = random(1);
const bit = (t: number, n: number): number => (source.uniform('bit', t, n) < 0.5 ? 0 : 1);
const table = (value: (t: number, n: number) => number) =>
  Array.from({ length: sizes.T }, (_, t) => Array.from({ length: N }, (_, n) => [value(t, n)]));

const network_ = plan(backward(batch(network(rnn, sizes), N), { wrt: names }), { type: 'float64' });
network_.set('x', table(bit));
network_.set(
  'target',
  table((t, n) => (t < 3 ? 0 : bit(t - 3, n))),
);
network_.set('h_0', new Float64Array(N * sizes.H));

function train(seed: number, trained: readonly string[], updates = 600, rate = 0.03): number {
  const draw = initializers.torchDefault(sizes.H);
  for (const [name, shape] of shapes) network_.set(name, draw(shape, random(seed), name));
  for (let n = 0; n < updates; n++) {
    network_.run(); // forward and backward: the weights stay as they are
    for (const name of trained) {
      const [w, g] = [network_.buffer(name), network_.buffer(`dL/d${name}`)];
      for (let i = 0; i < w.length; i++) w[i]! -= rate * g[i]!; // the update
    }
  }
  network_.run();
  return network_.buffer('L')[0]! / sizes.T;
}
const seeds = Array.from({ length: 10 }, (_, seed) => seed);
const show = (losses: readonly number[]) => losses.map((loss) => loss.toFixed(3)).join(' ');
const whole = seeds.map((seed) => train(seed, names));
const part = seeds.map((seed) => train(seed, ['W_hy', 'b_y']));
console.log('end to end     :', show(whole));
console.log('only the output:', show(part));
console.log(
  `end to end is lower in ${seeds.filter((seed) => whole[seed]! < part[seed]!).length} of ${seeds.length} seeds`,
);
