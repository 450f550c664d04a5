// E37: one input number a step, 64 units. Nothing here says that
// input and state have the same size.
import { parametersOf, rnn } from 'unrolled';

const sizes = { X: 1, H: 64, Y: 1 };
console.log('x_t  ', [sizes.X]);
for (const [name, shape] of Object.entries(rnn.state(sizes))) console.log(`${name}_t  `, shape);
for (const [name, shape] of Object.entries(parametersOf(rnn, sizes))) console.log(name.padEnd(5), shape);
