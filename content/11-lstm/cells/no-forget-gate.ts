// 1997 and 2000 on a stream that has no end: 1000 random numbers,
// random weights of 8 units, 10 seeds. How large is the largest |c|,
// and how much of the units' tanh(c) is flat (slope below 0.01)?
import { initializers, lstm, lstm1997, lstmCoupled, math, network, parametersOf, random, run } from 'unrolled';

const [H, T] = [8, 1000];
const sizes = { X: 1, H, Y: 1 };
for (const cell of [lstm1997, lstm, lstmCoupled]) {
  const program = network(cell, { ...sizes, T, loss: 'mse' });
  const rows = Array.from({ length: 10 }, (_, seed) => {
    const source = random(seed);
    const draw = (shape: readonly number[], name: string) => ({
      shape,
      data: initializers.normal(1)(shape, source, name),
    });
    const weights = Object.entries(parametersOf(cell, sizes)).map(([name, shape]) => [name, draw(shape, name)]);
    const zeros = new Float64Array(H);
    const values = run(program, {
      ...Object.fromEntries(weights),
      ...{ h_0: { shape: [H], data: zeros }, c_0: { shape: [H], data: zeros } },
      ...{ x: draw([T, 1], 'x'), target: { shape: [T, 1], data: new Float64Array(T) } },
    });
    const c = Array.from(values.get('c')!.data.slice(-H));
    return {
      largest: Math.max(...c.map(Math.abs)),
      flat: c.filter((each) => 1 - math.tanh(each) ** 2 < 0.01).length / H,
    };
  }).toSorted((a, b) => a.largest - b.largest);
  const flat = rows.reduce((sum, row) => sum + row.flat, 0) / rows.length;
  const [first, last] = [rows[0]!.largest.toFixed(1), rows[9]!.largest.toFixed(1)];
  console.log(`${cell.name}: from ${first} to ${last}; flat: ${Math.round(100 * flat)} %`);
}
