// E24: a function saturates where it no longer notices its input.
import { backward, output, relu, run, tanh, trace, type Var } from 'unrolled';

for (const [name, phi] of Object.entries({ tanh, ReLU: relu }) as [string, (a: Var) => Var][]) {
  const program = backward(trace({ a: { shape: [], kind: 'parameter' } }, ({ a }) => ({ L: phi(a!) })));
  const points = [-5, -1, 1, 5, 50].map((a) => {
    const values = run(program, { a });
    const slope = output(program, values, 'dL/da').data[0]!;
    return `${Number(slope.toPrecision(2))} at ${a}`;
  });
  console.log(`slope of ${name}: ${points.join(', ')}`);
}
