// One LSTM of one unit whose biases say which gate they belong to:
// 1 for f, 2 for i, 3 for o, 4 for the candidate g. In which order do
// PyTorch and Keras keep them, and how many numbers are there for 64
// units and one input?
import { lstm, math, parameterCount, toKeras, toPytorch } from 'unrolled';

const zero = [[0]];
const biases = { b_f: [1], b_i: [2], b_o: [3], b_g: [4] };
const matrices = Object.fromEntries(
  ['f', 'i', 'o', 'g'].flatMap((k) => [
    [`W_h${k}`, zero],
    [`W_x${k}`, zero],
  ]),
);
const tensors = Object.fromEntries(
  Object.entries({ ...biases, ...matrices }).map(([name, value]) => {
    const data = Float64Array.from((value as (number | number[])[]).flat());
    return [name, { shape: name.startsWith('W') ? [1, 1] : [1], data }];
  }),
);
const names = ['', 'f', 'i', 'o', 'g'];
const order = (data: Float64Array) => Array.from(data, (code) => names[code]).join(', ');
const pytorch = toPytorch(lstm, tensors);
console.log(
  `PyTorch: ${order(pytorch.bias_ih_l0!.data as Float64Array)}; a second bias, here ${pytorch.bias_hh_l0!.data.join(', ')}`,
);
console.log(`Keras:   ${order(toKeras(lstm, tensors).bias.data as Float64Array)}; one bias`);
const sizes = { X: 1, H: 64, Y: 1 };
for (const convention of ['own', 'keras', 'pytorch'] as const)
  console.log(`${convention}: ${parameterCount(lstm, sizes, convention)} parameters`);

const hard = (a: number) => Math.min(1, Math.max(0, 0.2 * a + 0.5));
const off = Array.from({ length: 20_001 }, (_, k) => k / 1000 - 10).map((a) => Math.abs(hard(a) - math.sigmoid(a)));
console.log(`hard sigmoid of early Keras: at most ${Math.max(...off).toFixed(3)} from σ`);
