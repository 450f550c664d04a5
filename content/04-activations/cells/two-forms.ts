// R2: is e^x/(1 + e^x)² the same as f (1 − f)? At 200 places; then
// far out, where the first form is more than a computer can hold.
import { expressions, functionAt, random, sigmoid, taylor } from 'unrolled';

const form = expressions.parse('e^x/(1 + e^x)^2');
const written = (x: number) =>
  functionAt(
    taylor((u) => expressions.evaluate(form, { x: u }), 0, { order: 1 }),
    x,
  );
const product = (x: number) => {
  const f = functionAt(taylor(sigmoid, 0, { order: 1 }), x);
  return f * (1 - f);
};
const slope = (x: number) => taylor(sigmoid, x, { order: 1 }).coefficients[1]!;

const places = Array.from({ length: 200 }, (_, k) => 20 * random(4).uniform(k) - 10);
const off = (f: (x: number) => number) => Math.max(...places.map((x) => Math.abs(f(x) - slope(x))));
console.log(`largest difference from the slope: ${off(written).toExponential(0)} and ${off(product).toExponential(0)}`);
for (const x of [-800, 800]) console.log(`x = ${x}: ${written(x)} and ${product(x)}`);
