// Parameters of 64 units that read one number, and the order in which
// libraries stack the gates of a GRU. The biases here say which gate
// they belong to: 1 for r, 2 for z, 3 for n, 4 for the second of n.
import { gru, gruKeras, gruKerasBefore, gruPytorch, lstm, mgu, parameterCount, toKeras, toPytorch } from 'unrolled';

const sizes = { X: 1, H: 64, Y: 1 };
console.log(`GRU, one bias a gate: ${parameterCount(gru, sizes)}`);
console.log(`GRU of PyTorch: ${parameterCount(gruPytorch, sizes, 'pytorch')}`);
console.log(`GRU of Keras: ${parameterCount(gruKeras, sizes, 'keras')}`);
console.log(`GRU of Keras, reset_after=False: ${parameterCount(gruKerasBefore, sizes, 'keras')}`);
console.log(`LSTM: ${parameterCount(lstm, sizes)}; minimal gated unit: ${parameterCount(mgu, sizes)}`);

const biases = { b_r: [1], b_z: [2], b_n: [3], b_hn: [4] };
const matrices = Object.fromEntries(
  ['r', 'z', 'n'].flatMap((k) => [
    [`W_h${k}`, [[0]]],
    [`W_x${k}`, [[0]]],
  ]),
);
const weights = Object.fromEntries(
  Object.entries({ ...biases, ...matrices }).map(([name, value]) => {
    const data = Float64Array.from((value as (number | number[])[]).flat());
    return [name, { shape: name.startsWith('W') ? [1, 1] : [1], data }];
  }),
);
const names = ['–', 'r', 'z', 'n', 'second of n'];
const order = (data: Float64Array) => Array.from(data, (code) => names[code]).join(', ');
const { bias_ih_l0, bias_hh_l0 } = toPytorch(gruPytorch, weights);
console.log(`PyTorch: ${order(bias_ih_l0!.data)}; second bias ${order(bias_hh_l0!.data)}`);
const keras = toKeras(gruKeras, weights).bias.data;
console.log(`Keras: ${order(keras.subarray(0, 3))}; second bias ${order(keras.subarray(3))}`);
