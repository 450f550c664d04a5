// E77: every cell reads 200 ones, with weights that are as good for
// counting as they can be. What does it hold after 100, after 200?
import { type Cell, gru, lstm, lstm1997, lstmCoupled, network, parametersOf, rnn, run } from 'unrolled';

const [T, big] = [200, 50]; // σ(50) and tanh(50) are 1 here
function states(cell: Cell, own: Readonly<Record<string, number>>): Map<string, Float64Array> {
  const sizes = { X: 1, H: 1, Y: 1 };
  const weights = Object.entries(parametersOf(cell, sizes)).map(([name, shape]) => [
    name,
    { shape, data: new Float64Array(1).fill(own[name] ?? 0) },
  ]);
  const zeros = Object.keys(cell.state(sizes)).map((state) => [`${state}_0`, [0]]);
  const ones = Array.from({ length: T }, () => [1]);
  const given = { ...Object.fromEntries([...weights, ...zeros]), x: ones, target: ones };
  const values = run(network(cell, { ...sizes, T, loss: 'mse' }), given);
  return new Map(
    ['c', 'h'].flatMap((name) => (values.has(name) ? [[name, values.get(name)!.data as Float64Array]] : [])),
  );
}
const open = { b_i: big, b_o: big, W_xg: big };
const rows: [string, Cell, Record<string, number>][] = [
  ['LSTM, f = i = g = 1', lstm, { ...open, b_f: big }],
  ['LSTM, b_f = 5      ', lstm, { ...open, b_f: 5 }],
  ['LSTM of 1997       ', lstm1997, open],
  ['coupled, b_f = 5   ', lstmCoupled, { ...open, b_f: 5 }],
  ['GRU, z = 0.01      ', gru, { b_z: -4.6, W_xn: big, b_r: big }],
  ['plain, w_h = w_x = 1', rnn, { W_hh: 1, W_xh: 1 }],
];
for (const [name, cell, own] of rows) {
  const held = [...states(cell, own)].map(
    ([state, data]) => `${state} = ${data[99]!.toFixed(2)}, ${data[199]!.toFixed(2)}`,
  );
  console.log(`${name}: ${held.join('; ')}`);
}
