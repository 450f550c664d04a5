// How far does the gradient of a random batch of B sequences lie from
// the gradient of all 256? The spread (standard deviation) over 400
// batches, for the recurrent weight.
import { backward, network, output, random, rnn, run } from 'unrolled';

const [N, T] = [256, 5];
const source = random(1);
const program = backward(network(rnn, { X: 1, H: 1, Y: 1, T, loss: 'mse', lossAt: 'last' }), { wrt: ['W_hh'] });
const weights = { W_hh: [[0.9]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };

/** Sequences of random numbers; the target is the first one of each. */
const gradients = Array.from({ length: N }, (_, n) => {
  const x = Array.from({ length: T }, (_, t) => [source.uniform('x', n, t) * 2 - 1]);
  const target = x.map(() => x[0]!);
  return output(program, run(program, { ...weights, x, target }), 'dL/dW_hh').data[0]!;
});
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const all = mean(gradients);
console.log(`gradient of all ${N}: ${all.toFixed(4)}`);
for (const B of [1, 4, 16, 64]) {
  const batches = Array.from({ length: 400 }, (_, n) =>
    mean(Array.from({ length: B }, (_, k) => gradients[Math.floor(source.uniform('batch', B, n, k) * N)]!)),
  );
  const spread = Math.sqrt(mean(batches.map((g) => (g - all) ** 2)));
  console.log(
    `B = ${String(B).padStart(2)}: spread ${spread.toFixed(3)}, times √B ${(spread * Math.sqrt(B)).toFixed(3)}`,
  );
}
