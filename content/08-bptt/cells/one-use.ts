// E60: leave out the sum over time. What is then taken for the
// gradient of W_hh, and what does the loss really do when W_hh moves?
import { differenceOf, network, rnn, throughTime } from 'unrolled';

const program = network(rnn, { X: 1, H: 1, Y: 1, T: 5, loss: 'mse' });
const weights = { W_hh: [[0.9]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
const given = { ...weights, x: [[1], [0], [0], [0], [0]], target: [[0], [0], [0], [0.5], [1]] };

const { terms } = throughTime.lagTerms(program, given, 'W_hh');
const all = terms.flat().map(({ data }) => data[0]!);
const own = terms.map((row) => row.at(-1)!.data[0]!);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

console.log(`the last use only          : ${own.at(-1)!.toFixed(4)}`);
console.log(`every loss, its own step   : ${sum(own).toFixed(4)}`);
console.log(`every loss, every use      : ${sum(all).toFixed(4)}`);
console.log(`the loss, when W_hh moves  : ${differenceOf(program, given, 'W_hh', 0).value.toFixed(4)}`);
