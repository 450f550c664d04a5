// E81: one set of weights, two sequences. What is the forget gate at
// each step, and what does training change?
import { backward, initializers, lstm, network, parametersOf, random, run, type Tensor } from 'unrolled';

const sizes = { X: 1, H: 1, Y: 1, T: 4, loss: 'mse' } as const;
const program = backward(network(lstm, sizes));
const weights: Record<string, Tensor> = Object.fromEntries(
  Object.entries(parametersOf(lstm, sizes)).map(([name, shape]) => [
    name,
    { shape, data: initializers.normal(2)(shape, random(4), name) },
  ]),
);
const read = (x: readonly number[]) =>
  run(program, { ...weights, h_0: [0], c_0: [0], x: x.map((x_t) => [x_t]), target: [[1], [1], [1], [1]] });
const show = (x: readonly number[]) => {
  const f = Array.from(read(x).get('f')!.data, (value) => value.toFixed(2));
  console.log(`reads ${x}: f = ${f.join(', ')}`.replaceAll('-', '−'));
};
show([1, 0, -1, 0]);
show([-1, 1, 1, -1]);
const gradients = read([1, 0, -1, 0]);
for (const [name, w] of Object.entries(weights))
  weights[name] = { ...w, data: w.data.map((value, k) => value - gradients.get(`dL/d${name}`)!.data[k]!) };
console.log('after one update of the weights, and of nothing else:');
show([1, 0, -1, 0]);
