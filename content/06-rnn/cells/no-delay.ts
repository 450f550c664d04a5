// E31: cut the edge from h to h (w_h = 0). Then the last state
// knows the last input and nothing else.
import { math } from 'unrolled';

function lastState(w_h: number, x: readonly number[]): string {
  return x.reduce((h, x_t) => math.tanh(w_h * h + x_t), 0).toFixed(4);
}

for (const x of [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 0],
]) {
  console.log(`reads ${x}: h_3 = ${lastState(0.5, x)} with the edge, ${lastState(0, x)} without`);
}
