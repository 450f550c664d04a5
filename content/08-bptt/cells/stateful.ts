// A sequence of twelve steps, read in three chunks of four. What is
// handed on from chunk to chunk: the state, or nothing?
import { backward, network, output, rnn, run, throughTime } from 'unrolled';

const sizes = { X: 1, H: 1, Y: 1, loss: 'mse' } as const;
const weights = { W_hh: [[0.9]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
const x = Array.from({ length: 12 }, (_, t) => [t % 5 === 0 ? 1 : 0]);
const given = { ...weights, x, target: x.map((_, t) => [t >= 5 ? 0.5 : 0]) };

const whole = backward(network(rnn, { ...sizes, T: 12 }));
const values = run(whole, given);
const show = (name: string, loss: number, gradient: number) =>
  console.log(`${name}  loss ${loss.toFixed(4)}   dL/dW_hh ${gradient.toFixed(4)}`);
show('all twelve steps  ', output(whole, values, 'L').data[0]!, output(whole, values, 'dL/dW_hh').data[0]!);
for (const state of ['carried', 'reset'] as const) {
  const chunks = [...throughTime.chunks(network(rnn, { ...sizes, T: 4 }), given, state)];
  const sum = (f: (chunk: (typeof chunks)[number]) => number) => chunks.reduce((total, chunk) => total + f(chunk), 0);
  show(
    `chunks, ${state.padEnd(10)}`,
    sum(({ loss }) => loss),
    sum(({ gradients }) => gradients.W_hh!.data[0]!),
  );
}
