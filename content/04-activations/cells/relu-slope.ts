// E23: is the derivative of ReLU max(0, 1)? On the left side of 0, on
// the right side, and in 0 itself, where the two sides disagree.
import { coefficientsAlong, derivative, relu, valuesAlong } from 'unrolled';

const value = (x: number) => valuesAlong(relu, [x])[0]!;
for (const x of [-1, 1]) {
  const check = derivative(value, x).value;
  console.log(
    `x = ${x}: slope ${coefficientsAlong(relu, [x], 1)[0]}, by differences ${check.toFixed(6)}, max(0, 1) = ${Math.max(0, 1)}`,
  );
}
const h = 1e-6;
const [left, right] = [(value(0) - value(-h)) / h, (value(h) - value(0)) / h];
console.log(
  `x = 0: ${left} from the left, ${right} from the right; the engine takes ${coefficientsAlong(relu, [0], 1)[0]}`,
);
