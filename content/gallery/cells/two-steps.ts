import { network, rnn, run } from 'unrolled';

// One input, one hidden unit, two time steps; the readout only passes the state on.
const program = network(rnn, { X: 1, H: 1, Y: 1, T: 2, loss: 'mse' });

const values = run(program, {
  W_xh: [[1]],
  W_hh: [[0.5]],
  b_h: [0],
  W_hy: [[1]],
  b_y: [0],
  h_0: [0],
  x: [[1], [0]],
  target: [[0], [0]],
});

const h = values.get('h')!;
console.log('h_1 =', h.data[0]!.toFixed(4));
console.log('h_2 =', h.data[1]!.toFixed(4));
