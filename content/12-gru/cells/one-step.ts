// One GRU unit reads a 1 to be kept and then numbers that mean
// nothing. The first two steps are those that you have done by hand.
// Beside it the same unit with z and 1 − z exchanged, as half of all
// texts have it: first with the same numbers, then with those of z
// negated.
import { math } from 'unrolled';

const { sigmoid, tanh } = math;
const show = (value: number) => value.toFixed(4).replace('-', '−');
let [chung, cho, turned] = [0, 0, 0];

[1, -1, -0.5, -1, -0.5].forEach((x, k) => {
  const r = sigmoid(-2 * x); // how much of the past the candidate sees
  const candidate = (h: number) => tanh(r * h + x);
  const z = sigmoid(2 * x);
  const minus = sigmoid(-2 * x); // the weight of z negated
  chung = (1 - z) * chung + z * candidate(chung);
  cho = z * cho + (1 - z) * candidate(cho);
  turned = minus * turned + (1 - minus) * candidate(turned);
  const states = `exchanged ${show(cho)}; and negated ${show(turned)}`;
  console.log(`t = ${k + 1}: h = ${show(chung)}; ${states}`);
});
