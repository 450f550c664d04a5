// E79, R5: which values does a cell make with the logistic function,
// and does it multiply something by them? Those are its gates.
import { type Cell, flat, gru, lstm, lstm1997, network, rnn, unroll } from 'unrolled';

function gatesOf(cell: Cell): string[] {
  const equations = flat(unroll(network(cell, { X: 1, H: 1, Y: 1, T: 1, loss: 'mse' })));
  const multipliers = new Set(equations.flatMap(({ op, inputs }) => (op === 'mul' ? inputs.map(String) : [])));
  return equations.flatMap(({ op, name, symbol }) => (op === 'sigmoid' && multipliers.has(name) ? [symbol] : []));
}
for (const cell of [rnn, lstm1997, lstm, gru])
  console.log(`${cell.name}: ${gatesOf(cell).length} gates: ${gatesOf(cell).join(', ') || 'none'}`);
