// Move a little from 3 and see how much x² moves with you. Then
// the same for e^x at 0. h shrinks by ten each time.
import { math } from 'unrolled';

const curves = { 'x² at 3': [(x: number) => x * x, 3], 'e^x at 0': [math.exp, 0] } as const;

for (const [name, [f, a]] of Object.entries(curves))
  for (const h of [1, 0.1, 0.01, 0.001]) {
    const quotient = (f(a + h) - f(a)) / h;
    console.log(`${name}, h = ${h}: ${quotient.toFixed(4)}`);
  }
