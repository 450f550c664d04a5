// One tanh unit with w = 1.5, over 50 steps of silence. Where does
// the state go, and how much does h_0 still matter?
import { backward, last, mul, random, run, scan, tanh, trace } from 'unrolled';

const cell = trace(
  {
    w: { shape: [], kind: 'parameter' },
    h_0: { shape: [], kind: 'state' },
    x: { shape: [50], kind: 'data' }, // never read: it only counts the steps
  },
  ({ w, h_0, x }) => ({ end: last(scan({ h: h_0! }, { x: x! }, ({ h }) => ({ h: tanh(mul(w!, h!)) })).h!) }),
);
const program = backward(cell, { of: 'end', wrt: ['h_0'] });
const from = (h_0: number) => run(program, { w: 1.5, h_0, x: Array(50).fill(0) });
const slope = (h_0: number) => from(h_0).get('dend/dh_0')!.data[0]!;

for (const h_0 of [0, 1e-9, 0.001, 0.5]) {
  const end = from(h_0).get('end')!.data[0]!;
  console.log(`h_0 = ${h_0}: h_50 = ${end.toFixed(4)}, slope ${slope(h_0).toExponential(1)}`);
}
const slopes = Array.from({ length: 1000 }, (_, k) => slope(2 * random(1).uniform(k) - 1));
console.log(
  `1000 random starts: ${slopes.filter((s) => s > 1).length} slopes above 1, largest ${Math.max(...slopes).toExponential(1)}`,
);
