// Ten functions in a row, from x = 1. What is left of a small change
// is the product of the ten slopes.
import { coefficientsAlong, relu, sigmoid, tanh, valuesAlong } from 'unrolled';

for (const [name, f] of Object.entries({ σ: sigmoid, tanh, ReLU: relu })) {
  let [h, left] = [1, 1];
  for (let k = 0; k < 10; k++) {
    left *= coefficientsAlong(f, [h], 1)[0]!;
    h = valuesAlong(f, [h])[0]!;
  }
  console.log(`${name}: ${left.toExponential(2)} of a change is left, at the value ${h.toFixed(3)}`);
}
