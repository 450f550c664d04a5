// E29: a forward and a backward pass, one update of the weights, a
// second forward pass. Who changes what?
import { backward, network, rnn, run } from 'unrolled';

const program = backward(network(rnn, { X: 1, H: 1, Y: 1, T: 2, loss: 'mse' }), { wrt: ['W_hh', 'W_xh'] });
const fixed = { b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0], x: [[1], [0]], target: [[1], [1]] };
let [w_h, w_x] = [0.5, 1];
const bothPasses = () => run(program, { W_hh: [[w_h]], W_xh: [[w_x]], ...fixed });

let values = bothPasses();
const show = (when: string) => {
  const h = Array.from(values.get('h')!.data, (v) => v.toFixed(4));
  console.log(`${when}: w_h = ${w_h.toFixed(4)}, w_x = ${w_x.toFixed(4)}; h = ${h.join(', ')}`);
};
show('after both passes    ');
w_h -= 0.1 * values.get('dL/dW_hh')!.data[0]!;
w_x -= 0.1 * values.get('dL/dW_xh')!.data[0]!;
show('after the update     ');
values = bothPasses();
show('after the next passes');
