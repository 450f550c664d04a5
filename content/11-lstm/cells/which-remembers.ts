// E85, and the usual story: "RNNs forget, LSTMs remember." Say at the
// end whether the first of 16 numbers was 1 or −1; the others are
// noise. 6 units, 60 updates by Adam, six seeds for each row. By
// chance half of the answers are right; more than 95 % is solved.
import {
  backward,
  batch,
  type Cell,
  chronoBias,
  forgetBias,
  initializers,
  lstm,
  math,
  network,
  parametersOf,
  plan,
  type Random,
  random,
  rnn,
  tasks,
  type Weights,
} from 'unrolled';

const [T, N, updates, rate] = [16, 4, 60, 0.03];
const sizes = { X: 1, H: 6, Y: 2 };

function accuracy(cell: Cell, seed: number, biases: (source: Random) => Weights): number {
  const shapes = Object.entries(parametersOf(cell, sizes));
  const names = shapes.map(([name]) => name);
  const one = network(cell, { ...sizes, T, loss: 'crossEntropy', lossAt: 'last' });
  const net = plan(backward(batch(one, N), { wrt: names }));
  const source = random(seed);
  for (const [name, shape] of shapes) net.set(name, initializers.torchDefault(sizes.H)(shape, source, name));
  for (const [name, value] of Object.entries(biases(source))) net.set(name, value);
  const read = (index: number): number[] => {
    const data = Array.from({ length: N }, (_, n) => tasks.recall.generate(seed, { T }, index * N + n));
    const over = (key: 'inputs' | 'targets', width: number) =>
      Array.from({ length: T * N * width }, (_, i) => {
        const [t, n, k] = [Math.floor(i / (N * width)), Math.floor(i / width) % N, i % width];
        return data[n]![key].data[t * width + k]!;
      });
    net.set('x', over('inputs', 1));
    net.set('target', over('targets', 2));
    return data.map(({ labels }) => labels![T - 1]!);
  };
  const past = names.map((name) => ({ name, m: net.buffer(name).map(() => 0), v: net.buffer(name).map(() => 0) }));
  let [decay1, decay2] = [1, 1];
  for (let t = 1; t <= updates; t++) {
    [decay1, decay2] = [0.9 * decay1, 0.999 * decay2];
    read(t);
    net.run();
    const squares = names.flatMap((name) => Array.from(net.buffer(`dL/d${name}`), (g) => g * g));
    const norm = math.sqrt(squares.reduce((a, b) => a + b));
    for (const { name, m, v } of past) {
      const [w, g] = [net.buffer(name), net.buffer(`dL/d${name}`)];
      for (let i = 0; i < w.length; i++) {
        const g_i = g[i]! / Math.max(1, norm);
        m[i] = 0.9 * m[i]! + 0.1 * g_i;
        v[i] = 0.999 * v[i]! + 0.001 * g_i * g_i;
        w[i]! -= (rate * (m[i]! / (1 - decay1))) / (math.sqrt(v[i]! / (1 - decay2)) + 1e-8);
      }
    }
  }
  let right = 0;
  for (let test = 1; test <= 8; test++) {
    const labels = read(updates + test);
    net.run();
    const y = net.buffer('y').slice(-2 * N);
    right += labels.filter((label, n) => (y[2 * n + 1]! > y[2 * n]! ? 1 : 0) === label).length;
  }
  return right / (8 * N);
}
const rows: [string, Cell, (source: Random) => Weights][] = [
  ['plain, as in PyTorch', rnn, () => ({})],
  ['LSTM, as in PyTorch ', lstm, () => ({})],
  ['LSTM, forget bias 1 ', lstm, () => forgetBias(lstm, sizes)],
  ['LSTM, forget bias 3 ', lstm, () => forgetBias(lstm, sizes, 3)],
  ['LSTM, chrono to 16  ', lstm, (source) => chronoBias(lstm, sizes, T, source, 'chrono')],
];
for (const [name, cell, biases] of rows) {
  const all = [1, 2, 3, 4, 5, 6].map((seed) => accuracy(cell, seed, biases));
  const solved = all.filter((share) => share > 0.95).length;
  console.log(
    `${name}: ${all.map((share) => String(Math.round(100 * share)).padStart(3)).join(' ')} % right; solved ${solved} of 6`,
  );
}
