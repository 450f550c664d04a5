// E76: one number, then 59 steps of noise, then: what was the
// number? Trained for 40 updates, from two kinds of first weights.
import {
  adam,
  backward,
  batch,
  clipByNorm,
  initializers,
  initialState,
  network,
  plan,
  random,
  rnn,
  type Tensor,
  tasks,
  update,
} from 'unrolled';

const [H, T, N] = [12, 60, 5];
const program = batch(network(rnn, { X: 1, H, Y: 2, T, loss: 'crossEntropy', lossAt: 'last' }), N);
const shapes = program.inputs.filter(({ kind }) => kind === 'parameter');
const model = plan(backward(program, { wrt: shapes.map(({ name }) => name) }));

/** Reads a batch; says how many of its examples are answered rightly. */
function runOn(weights: Record<string, Tensor>, seed: number, step: number): number {
  const all = Array.from({ length: N }, (_, n) => tasks.recall.generate(seed, { T }, step * N + n));
  const time = Array.from({ length: T }, (_, t) => t);
  model.set(
    'x',
    time.flatMap((t) => all.map(({ inputs }) => inputs.data[t]!)),
  );
  model.set(
    'target',
    time.flatMap((t) => all.flatMap(({ targets }) => Array.from(targets.data.slice(2 * t, 2 * t + 2)))),
  );
  for (const [name, { data }] of Object.entries(weights)) model.set(name, data);
  model.run();
  const y = model.buffer('y').slice(-2 * N);
  return all.filter(({ labels }, n) => y[2 * n + 1]! > y[2 * n]! === (labels!.at(-1) === 1)).length;
}

const gradient = (name: string, shape: readonly number[]): Tensor => ({
  shape,
  data: Float64Array.from(model.buffer(`dL/d${name}`)),
});

for (const [kind, matrix] of [
  ['PyTorch’s weights', initializers.torchDefault(H)],
  ['orthogonal W_hh  ', initializers.orthogonal()],
] as const) {
  const right = [1, 2, 3, 4, 5].map((seed) => {
    const draw = (name: string) => (name === 'W_hh' ? matrix : initializers.torchDefault(H));
    let weights: Record<string, Tensor> = Object.fromEntries(
      shapes.map(({ name, shape }) => [name, { shape, data: draw(name)(shape, random(seed), name) }]),
    );
    let state = initialState(adam, weights);
    for (let step = 0; step < 40; step++) {
      runOn(weights, seed, step);
      const gradients = Object.fromEntries(shapes.map(({ name, shape }) => [name, gradient(name, shape)]));
      const next = update(adam, weights, clipByNorm(gradients, 1).gradients, state, { η: 0.01 });
      [weights, state] = [next.parameters, next.state];
    }
    const counts = Array.from({ length: 10 }, (_, step) => runOn(weights, seed, 1000 + step));
    return `${counts.reduce((a, b) => a + b)}`;
  });
  console.log(`${kind}: ${right.join(', ')} of 50 answers right`);
}
