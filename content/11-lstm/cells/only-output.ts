// E82: train an LSTM to say at the end whether the first of ten
// numbers was 1 or −1, then test it: as it is, and with all gates but
// the output gate shut. By chance half of the answers are right.
import {
  adam,
  backward,
  batch,
  forgetBias,
  initializers,
  initialState,
  lstm,
  network,
  parametersOf,
  plan,
  random,
  type Tensor,
  tasks,
  update,
} from 'unrolled';

const [T, N] = [10, 16];
const sizes = { X: 1, H: 4, Y: 2 };
const shapes = Object.entries(parametersOf(lstm, sizes));
const one = network(lstm, { ...sizes, T, loss: 'crossEntropy', lossAt: 'last' });
const net = plan(backward(batch(one, N), { wrt: shapes.map(([name]) => name) }), { type: 'float64' });

/** Runs the network on N sequences; the share of right answers. */
function read(weights: Readonly<Record<string, Tensor>>, seed: number, index: number): number {
  const data = Array.from({ length: N }, (_, n) => tasks.recall.generate(seed, { T }, index * N + n));
  const time = Array.from({ length: T }, (_, t) => t);
  for (const [name, value] of Object.entries(weights)) net.set(name, value);
  net.set(
    'x',
    time.map((t) => data.map(({ inputs }) => [inputs.data[t]!])),
  );
  net.set(
    'target',
    time.map((t) => data.map(({ targets }) => [targets.data[2 * t]!, targets.data[2 * t + 1]!])),
  );
  net.run();
  const y = net.buffer('y').slice(-2 * N);
  return data.filter(({ labels }, n) => Number(y[2 * n + 1]! > y[2 * n]!) === labels![T - 1]!).length / N;
}
for (const seed of [1, 2, 3]) {
  const draw = initializers.torchDefault(sizes.H);
  let weights: Record<string, Tensor> = Object.fromEntries(
    shapes.map(([name, shape]) => [name, { shape, data: draw(shape, random(seed), name) }]),
  );
  weights = { ...weights, ...forgetBias(lstm, sizes, 3) };
  let state = initialState(adam, weights);
  for (let n = 1; n <= 60; n++) {
    read(weights, seed, n);
    const gradients = Object.fromEntries(
      shapes.map(([name, shape]) => [name, { shape, data: Float64Array.from(net.buffer(`dL/d${name}`)) }]),
    );
    const next = update(adam, weights, gradients, state, { η: 0.05 });
    [weights, state] = [{ ...next.parameters }, next.state];
  }
  const all = (value: number): Tensor => ({ shape: [sizes.H], data: new Float64Array(sizes.H).fill(value) });
  const test = (own: Readonly<Record<string, Tensor>>) => {
    const shares = [0, 1, 2, 3].map((k) => read({ ...weights, ...own }, seed, 1000 + k));
    return `${Math.round(25 * shares.reduce((a, b) => a + b))} %`;
  };
  const onlyOutput = test({ b_f: all(-1000), b_i: all(-1000), b_o: all(1000) });
  const h = Math.max(...net.buffer('h').map(Math.abs));
  console.log(`seed ${seed}: as trained ${test({})}; only o open ${onlyOutput}, largest |h| = ${h}`);
}
