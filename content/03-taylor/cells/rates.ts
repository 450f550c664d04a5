// Gradient descent on L(w) = w² from w = 1.5, twenty steps at each
// rate. The second derivative is 2, so 2/L″ is 1.
import { descentStep, expressions, output, run } from 'unrolled';

const L = expressions.parse('w^2', ['w']);
const program = expressions.programOf(L, { variables: ['w'], output: 'L', kind: 'parameter' });
for (const rate of [0.1, 0.5, 0.9, 1, 1.1]) {
  let w = 1.5;
  for (let step = 0; step < 20; step++) w += descentStep(program, { w }, rate).w!.data[0]!;
  const loss = output(program, run(program, { w }), 'L').data[0]!;
  console.log(`rate ${rate}: w = ${w.toPrecision(3)}, loss ${loss.toPrecision(3)}`);
}
