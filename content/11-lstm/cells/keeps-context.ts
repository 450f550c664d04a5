// E85: how much of a difference in the first state is left after 30
// steps of silence? A plain cell and an LSTM unit, three of each.
import { math } from 'unrolled';

const { sigmoid, tanh } = math;
function left(step: (state: number) => number): string {
  let [a, b] = [0.1, 0];
  for (let t = 1; t <= 30; t++) [a, b] = [step(a), step(b)];
  return `${((100 * (a - b)) / 0.1).toPrecision(2)} %`;
}
for (const w of [0.5, 0.9, 1]) console.log(`plain, w_h = ${w}: ${left((h) => tanh(w * h))}`);
for (const b of [0, 1, 5]) console.log(`LSTM, b_f = ${b}: ${left((c) => sigmoid(b) * c)}`);
