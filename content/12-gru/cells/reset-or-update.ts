// E84: which gate decides what of the last state stays? One unit that
// holds 0.8 reads a −1. Both gates at 0 and at 1.
import { gru, network, run } from 'unrolled';

const program = network(gru, { X: 1, H: 1, Y: 1, T: 1, loss: 'mse' });
const zero = [[0]];
const rest = { W_hr: zero, W_xr: zero, W_hz: zero, W_xz: zero, b_n: [0], W_hy: zero, b_y: [0], target: zero };
const gate = { shut: -1000, open: 1000 }; // σ(−1000) is 0 here, σ(1000) is 1

for (const z of ['shut', 'open'] as const)
  for (const r of ['shut', 'open'] as const) {
    const biases = { b_z: [gate[z]], b_r: [gate[r]] };
    const values = run(program, { ...rest, ...biases, W_hn: [[1]], W_xn: [[1]], h_0: [0.8], x: [[-1]] });
    const [n, h] = ['n', 'h'].map((symbol) => values.get(symbol)!.data[0]!.toFixed(3).replace('-', '−'));
    console.log(`z ${z}, r ${r}: candidate ${n}, new state ${h}`);
  }
