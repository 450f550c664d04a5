// Straight lines in a row are a straight line: the slope is the same
// everywhere. With one curve between them it is not.
import { add, mul, type Traceable, tanh, taylor } from 'unrolled';

const two: Traceable = (x) => add(mul(2, add(mul(3, x), 1)), -5);
const bent: Traceable = (x) => add(mul(2, tanh(add(mul(3, x), 1))), -5);
for (const [name, f] of Object.entries({ 'line, line': two, 'line, tanh, line': bent })) {
  const slopes = [-1, 0, 1].map((x) => taylor(f, x, { order: 1 }).coefficients[1]!.toFixed(3));
  console.log(`${name}: slopes ${slopes.join(', ')} at −1, 0, 1`);
}
