// E78: what a plain recurrent network and an LSTM compute at each of
// three time steps.
import { flat, lstm, network, rnn, unroll } from 'unrolled';

for (const cell of [rnn, lstm])
  for (const t of [1, 2, 3]) {
    const program = unroll(network(cell, { X: 1, H: 1, Y: 1, T: 3, loss: 'mse' }));
    const named = flat(program).filter((equation) => equation.named && equation.t === t);
    console.log(`${cell.name}, step ${t}: ${named.map(({ name }) => name).join(', ')}`);
  }
