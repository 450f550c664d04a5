// The output gate was shut, so h is 0. One cell holds c = 0.2, the
// other c = 2. Do the gates of the next step know?
import { lstm, lstmPeephole, network, parametersOf, run } from 'unrolled';

for (const cell of [lstm, lstmPeephole]) {
  const sizes = { X: 1, H: 1, Y: 1 };
  const weights = Object.entries(parametersOf(cell, sizes)).map(([name, shape]) => [
    name,
    { shape, data: new Float64Array(1).fill(1) },
  ]);
  const program = network(cell, { ...sizes, T: 1, loss: 'mse' });
  for (const c_0 of [0.2, 2]) {
    const values = run(program, { ...Object.fromEntries(weights), h_0: [0], c_0: [c_0], x: [[0]], target: [[0]] });
    const gates = ['f', 'i', 'o'].map((gate) => `${gate} = ${values.get(gate)!.data[0]!.toFixed(3)}`);
    console.log(`${cell.name}, c = ${c_0}: ${gates.join(', ')}`);
  }
}
