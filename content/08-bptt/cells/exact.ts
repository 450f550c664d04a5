// E57: a tanh network of 4 units over 20 steps. How far is the
// gradient of backpropagation through time from the difference
// quotient (L(w + ε) − L(w − ε)) / 2ε, for each of its weights?
import {
  backward,
  differenceOf,
  initializers,
  network,
  output,
  parametersOf,
  random,
  rnn,
  run,
  sizeOf,
} from 'unrolled';

const sizes = { X: 1, H: 4, Y: 1, T: 20, loss: 'mse' } as const;
const program = network(rnn, sizes);
const draw = initializers.torchDefault(sizes.H);
const shapes = Object.entries(parametersOf(rnn, sizes));
const series = Array.from({ length: sizes.T }, (_, t) => [((t * t) % 7) / 7]);
const weights = shapes.map(([name, shape]) => [name, { shape, data: draw(shape, random(3), name) }]);
const given = { ...Object.fromEntries(weights), h_0: [0, 0, 0, 0], x: series, target: series.toReversed() };

const both = backward(program);
const values = run(both, given);
for (const [name, shape] of shapes) {
  const gradient = output(both, values, `dL/d${name}`).data;
  const gaps = Array.from({ length: sizeOf(shape) }, (_, at) =>
    Math.abs(gradient[at]! - differenceOf(program, given, name, at).value),
  );
  console.log(
    `${name.padEnd(4)} largest gap of ${gaps.length}: ${Math.max(...gaps) < 1e-8 ? 'below 1e-8' : 'above 1e-8'}`,
  );
}
