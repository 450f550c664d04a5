// E28: w_h = 0.1, w_x = 0.9. How much of h_0 = 1 is left after
// three steps, whatever is read meanwhile? (The difference between
// starting from 1 and from 0.)
import { math } from 'unrolled';

function after(h_0: number, x: readonly number[], phi: (a: number) => number): number {
  return x.reduce((h, x_t) => phi(0.1 * h + 0.9 * x_t), h_0);
}

for (const x of [
  [0, 0, 0],
  [1, 1, 1],
  [5, -3, 2],
]) {
  const linear = after(1, x, (a) => a) - after(0, x, (a) => a);
  const tanh = after(1, x, math.tanh) - after(0, x, math.tanh);
  console.log(`reads ${x}: left: ${linear.toFixed(6)} (linear), ${tanh.toFixed(6)} (tanh)`);
}
