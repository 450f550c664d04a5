// E18: does an activation function squash to a fixed range? Each of
// twelve, far to the left and far to the right.
import { expressions, valuesAlong } from 'unrolled';
import { KNOWN } from '../../../src/widgets/activations/known.ts';

for (const { label, text } of KNOWN) {
  const f = expressions.parse(text);
  const [left, right] = valuesAlong((x) => expressions.evaluate(f, { x }), [-1e6, 1e6]) as unknown as [number, number];
  const unbounded = Math.max(Math.abs(left), Math.abs(right)) > 1000;
  console.log(
    `${label}: ${left.toPrecision(3)} at −10⁶, ${right.toPrecision(3)} at 10⁶${unbounded ? ', not bounded' : ''}`,
  );
}
