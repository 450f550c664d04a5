// F9, R3: the four lines of the article, typed in as they stand there,
// with * by element, against the engine's GRU of Chung et al.: three
// units, two inputs, weights from 20 seeds.
import { gru, initializers, math, network, parametersOf, random, run, type Tensor } from 'unrolled';

const sizes = { X: 2, H: 3, Y: 1 };
let worst = 0;
for (let seed = 1; seed <= 20; seed++) {
  const draw = (name: string, shape: readonly number[]): Tensor => ({
    shape,
    data: initializers.normal(1)(shape, random(seed), name),
  });
  const weights = Object.fromEntries(
    Object.entries(parametersOf(gru, sizes)).map(([name, shape]) => [name, draw(name, shape)]),
  );
  const [x, h] = [draw('x', [1, 2]), draw('h_0', [3])];
  const values = run(network(gru, { ...sizes, T: 1, loss: 'mse' }), { ...weights, x, h_0: h, target: [[0]] });

  const times = ({ shape: [rows, columns], data }: Tensor, v: ArrayLike<number>) =>
    Array.from({ length: rows! }, (_, i) =>
      Array.from({ length: columns! }, (_, j) => data[i * columns! + j]! * v[j]!).reduce((a, b) => a + b),
    );
  const sum = (k: string, past: ArrayLike<number>) => {
    const [fromX, fromH] = [times(weights[`W_x${k}`]!, x.data), times(weights[`W_h${k}`]!, past)];
    return fromX.map((each, unit) => each + fromH[unit]! + weights[`b_${k}`]!.data[unit]!);
  };
  const z = sum('z', h.data).map(math.sigmoid);
  const r = sum('r', h.data).map(math.sigmoid);
  const candidate = sum(
    'n',
    r.map((each, unit) => each * h.data[unit]!),
  ).map(math.tanh);
  const h_t = z.map((each, unit) => (1 - each) * h.data[unit]! + each * candidate[unit]!);
  worst = Math.max(worst, ...h_t.map((value, unit) => Math.abs(value - values.get('h')!.data[unit]!)));
}
console.log(`largest difference in h over 20 seeds: ${worst < 1e-14 ? 'below 1e-14' : worst}`);
