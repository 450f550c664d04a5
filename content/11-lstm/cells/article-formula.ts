// F8: the six lines of the article, typed in as they stand there,
// with * by element, against the engine's LSTM: three units, two
// inputs, weights from 20 seeds.
import { initializers, lstm, math, network, parametersOf, random, run, type Tensor } from 'unrolled';

const sizes = { X: 2, H: 3, Y: 1 };
let worst = 0;
for (let seed = 1; seed <= 20; seed++) {
  const draw = (name: string, shape: readonly number[]): Tensor => ({
    shape,
    data: initializers.normal(1)(shape, random(seed), name),
  });
  const weights = Object.fromEntries(
    Object.entries(parametersOf(lstm, sizes)).map(([name, shape]) => [name, draw(name, shape)]),
  );
  const [x, h, c] = [draw('x', [1, 2]), draw('h_0', [3]), draw('c_0', [3])];
  const values = run(network(lstm, { ...sizes, T: 1, loss: 'mse' }), { ...weights, x, h_0: h, c_0: c, target: [[0]] });

  const times = ({ shape: [rows, columns], data }: Tensor, v: ArrayLike<number>) =>
    Array.from({ length: rows! }, (_, i) =>
      Array.from({ length: columns! }, (_, j) => data[i * columns! + j]! * v[j]!).reduce((a, b) => a + b),
    );
  const sum = (k: string) => {
    const [fromX, fromH] = [times(weights[`W_x${k}`]!, x.data), times(weights[`W_h${k}`]!, h.data)];
    return fromX.map((each, unit) => each + fromH[unit]! + weights[`b_${k}`]!.data[unit]!);
  };
  const f = sum('f').map(math.sigmoid);
  const i = sum('i').map(math.sigmoid);
  const o = sum('o').map(math.sigmoid);
  const candidate = sum('g').map(math.tanh);
  const c_t = f.map((each, unit) => each * c.data[unit]! + i[unit]! * candidate[unit]!);
  const h_t = o.map((each, unit) => each * math.tanh(c_t[unit]!));
  const off = (symbol: string, own: number[]) =>
    own.map((value, unit) => Math.abs(value - values.get(symbol)!.data[unit]!));
  worst = Math.max(worst, ...off('c', c_t), ...off('h', h_t));
}
console.log(`largest difference in c and h over 20 seeds: ${worst < 1e-14 ? 'below 1e-14' : worst}`);
