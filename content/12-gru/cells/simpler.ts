// R13, and "a simplified LSTM with two gates": what an LSTM and a GRU
// carry on, which gates they have, and how many numbers they learn
// with 64 units and one input. A gate is a value that a logistic
// function makes and that multiplies something.
import { flat, gru, lstm, network, parameterCount, unroll } from 'unrolled';

for (const cell of [lstm, gru]) {
  const equations = flat(unroll(network(cell, { X: 1, H: 1, Y: 1, T: 1, loss: 'mse' })));
  const multipliers = new Set(equations.flatMap(({ op, inputs }) => (op === 'mul' ? inputs.map(String) : [])));
  const gates = equations.flatMap(({ op, name, symbol }) =>
    op === 'sigmoid' && multipliers.has(name) ? [symbol] : [],
  );
  const states = Object.keys(cell.state({ X: 1, H: 1, Y: 1 }));
  const count = parameterCount(cell, { X: 1, H: 64, Y: 1 });
  console.log(`${cell.name}: carries ${states.join(' and ')}; gates ${gates.join(', ')}; ${count} parameters`);
}
