// E33: h_t = tanh(w·h_{t−1}), no input. What is left of h_0 = 0.8
// or −0.8? And how much does a small change of h_0 still matter?
import { backward, last, mul, run, scan, tanh, trace } from 'unrolled';

const cell = (T: number) =>
  trace(
    {
      w: { shape: [], kind: 'parameter' },
      h_0: { shape: [], kind: 'state' },
      x: { shape: [T], kind: 'data' }, // never read: it only counts the steps
    },
    ({ w, h_0, x }) => {
      const { h } = scan({ h: h_0! }, { x: x! }, ({ h }) => ({ h: tanh(mul(w!, h!)) }));
      return { end: last(h!) };
    },
  );

for (const w of [0.5, 1.5]) {
  for (const T of [5, 50, 500]) {
    const program = backward(cell(T), { of: 'end', wrt: ['h_0'] });
    const from = (h_0: number) => run(program, { w, h_0, x: Array(T).fill(0) });
    const ends = [0.8, -0.8].map((h_0) => from(h_0).get('end')!.data[0]!.toPrecision(4));
    const slope = from(0.8).get('dend/dh_0')!.data[0]!.toPrecision(2);
    console.log(`w = ${w}, T = ${T}: h_T = ${ends.join(' or ')}; slope ${slope}`);
  }
}
