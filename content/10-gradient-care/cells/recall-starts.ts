// A number, 29 steps of noise, then: what was the number? The plain
// network from four starts, five seeds each, 60 updates, half right
// by chance.
import {
  adam,
  backward,
  batch,
  type Cell,
  clipByNorm,
  initializers,
  initialState,
  network,
  plan,
  random,
  rnn,
  rnnRelu,
  type Tensor,
  tasks,
  update,
} from 'unrolled';

const [H, T, N] = [12, 30, 6];

function answers(cell: Cell, start: initializers.Initializer, seed: number): number {
  const program = batch(network(cell, { X: 1, H, Y: 2, T, loss: 'crossEntropy', lossAt: 'last' }), N);
  const shapes = program.inputs.filter(({ kind }) => kind === 'parameter');
  const model = plan(backward(program, { wrt: shapes.map(({ name }) => name) }));
  const time = Array.from({ length: T }, (_, t) => t);
  /** Reads a batch; says how many of its examples are answered rightly. */
  const runOn = (weights: Record<string, Tensor>, step: number): number => {
    const all = Array.from({ length: N }, (_, n) => tasks.recall.generate(seed, { T }, step * N + n));
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
  };
  const draw = (name: string) => (name === 'W_hh' ? start : initializers.torchDefault(H));
  let weights: Record<string, Tensor> = Object.fromEntries(
    shapes.map(({ name, shape }) => [
      name,
      { shape, data: name.startsWith('b') ? new Float64Array(shape[0]!) : draw(name)(shape, random(seed), name) },
    ]),
  );
  let state = initialState(adam, weights);
  for (let step = 0; step < 60; step++) {
    runOn(weights, step);
    const gradients = Object.fromEntries(
      shapes.map(({ name, shape }) => [name, { shape, data: Float64Array.from(model.buffer(`dL/d${name}`)) }]),
    );
    const next = update(adam, weights, clipByNorm(gradients, 1).gradients, state, { η: 0.01 });
    [weights, state] = [next.parameters, next.state];
  }
  return Array.from({ length: 10 }, (_, step) => runOn(weights, 1000 + step)).reduce((a, b) => a + b);
}
for (const [name, cell, start] of [
  ['tanh, PyTorch’s W', rnn, initializers.torchDefault(H)],
  ['tanh, orthogonal W', rnn, initializers.orthogonal()],
  ['ReLU, PyTorch’s W', rnnRelu, initializers.torchDefault(H)],
  ['ReLU, identity', rnnRelu, initializers.identity()],
] as const) {
  const right = [1, 2, 3, 4, 5].map((seed) => answers(cell, start, seed));
  console.log(`${name}: ${right.join(', ')} of 60 answers right`);
}
