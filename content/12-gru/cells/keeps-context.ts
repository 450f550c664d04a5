// E86: "no context"? A GRU unit that keeps reads 1 and then 30 zeros,
// another reads −1 and then 30 zeros. How far apart are they at the
// end, for three biases of z?
import { gru, math, network, run } from 'unrolled';

const program = network(gru, { X: 1, H: 1, Y: 1, T: 31, loss: 'mse' });
const zero = [[0]];
const silent = { W_hr: zero, W_xr: zero, b_r: [0], W_hz: zero, W_hn: zero, b_n: [0], W_hy: zero, b_y: [0], h_0: [0] };
const end = (first: number, b_z: number): number => {
  const x = [[first], ...Array<number[]>(30).fill([0])];
  const numbers = { ...silent, W_xz: zero, b_z: [b_z], W_xn: [[2]], x, target: x };
  return run(program, numbers).get('h')!.data[30]!;
};
for (const b_z of [0, -1, -5]) {
  const z = math.sigmoid(b_z);
  const left = (end(1, b_z) - end(-1, b_z)) / (2 * z * math.tanh(2));
  const share = `${(100 * left).toPrecision(2)} %`;
  console.log(`b_z = ${String(b_z).replace('-', '−')}: ${share} of what the first number wrote is left`);
}
