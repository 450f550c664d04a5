// E41: the operations inside one step of a plain recurrent layer.
// A gate would show as a sigmoid whose result multiplies (mul)
// another vector.
import { isScan, network, rnn } from 'unrolled';

const program = network(rnn, { X: 3, H: 4, Y: 2, T: 5, loss: 'mse' });
const step = program.equations.find(isScan)!.body.equations;
const untilState = step.slice(0, step.findIndex(({ name }) => name === 'h[t]') + 1);
for (const { name, op } of untilState) console.log(`${op.padEnd(6)} gives ${name}`);
