// One LSTM unit, and a plain cell beside it, read a 1 to be kept and
// then numbers that mean nothing. The first two steps are those that
// you have done by hand.
import { math } from 'unrolled';

const { sigmoid, tanh } = math;
let [c, plain] = [0, 0];

[1, -1, -0.5, -1, -0.5].forEach((x, k) => {
  const f = sigmoid(2); // keep most, whatever is read
  const i = sigmoid(2 * x); // write at 1, hardly below 0
  const o = sigmoid(-2 * x); // stay silent at 1, speak below 0
  const g = tanh(x); // what might be written
  c = f * c + i * g;
  const h = o * tanh(c);
  plain = tanh(0.5 * plain + x); // one sum for keeping and writing
  const show = (value: number) => value.toFixed(4).replace('-', '−');
  console.log(`t = ${k + 1}: c = ${show(c)}, h = ${show(h)}; plain ${show(plain)}`);
});
