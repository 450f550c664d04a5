// The numbers of one GRU, made for PyTorch, as four others take them.
// What the library refuses to convert cannot be converted.
import { convertGru, gru, gruCho, gruKeras, gruKerasBefore, gruPytorch, toKeras, toPytorch } from 'unrolled';

const W = (value: number) => ({ shape: [1, 1], data: Float64Array.of(value) });
const b = (value: number) => ({ shape: [1], data: Float64Array.of(value) });
const weights = {
  ...{ W_hr: W(1), W_xr: W(2), b_r: b(3) },
  ...{ W_hz: W(4), W_xz: W(5), b_z: b(6) },
  ...{ W_hn: W(7), W_xn: W(8), b_n: b(9), b_hn: b(10) },
};
const show = (data: Float64Array) => Array.from(data, (value) => String(value).replace('-', '−')).join(', ');

console.log(`PyTorch, weight_hh: ${show(toPytorch(gruPytorch, weights).weight_hh_l0!.data)}`);
const { recurrent_kernel, bias } = toKeras(gruKeras, convertGru(weights, gruPytorch, gruKeras));
console.log(`Keras, recurrent_kernel: ${show(recurrent_kernel.data)}; bias: ${show(bias.data)}`);
for (const cell of [gru, gruCho, gruKerasBefore])
  try {
    convertGru(weights, gruPytorch, cell);
  } catch {
    console.log(`${cell.name}: refused, it resets before the product`);
  }
const { b_hn: _, ...oneBias } = weights;
const there = convertGru(oneBias, gruCho, gru);
const ofZ = ['W_hz', 'W_xz', 'b_z'].map((name) => `${name} = ${show(there[name]!.data)}`);
console.log(`Cho to Chung: ${ofZ.join(', ')}`);
