// A GRU's state is a mean of what it was and of a candidate between −1
// and 1. 200 random GRUs of three units with large weights, 50
// steps of large inputs: the largest |h|, from h_0 = 0 and from 5.
import { gru, initializers, network, random, run } from 'unrolled';

const program = network(gru, { X: 1, H: 3, Y: 1, T: 50, loss: 'mse' });
for (const h_0 of [0, 5]) {
  let [largest, last] = [0, 0];
  for (let seed = 1; seed <= 200; seed++) {
    const inputs = program.inputs.map(({ name, shape }) => [
      name,
      { shape, data: initializers.normal(3)(shape, random(seed), name) },
    ]);
    const h = run(program, { ...Object.fromEntries(inputs), h_0: [h_0, h_0, h_0] }).get('h')!.data;
    largest = h.reduce((most, value) => Math.max(most, Math.abs(value)), largest);
    last = h.subarray(-3).reduce((most, value) => Math.max(most, Math.abs(value)), last);
  }
  console.log(`from h_0 = ${h_0}: largest |h| ${largest.toFixed(4)}, at the last step ${last.toFixed(4)}`);
}
