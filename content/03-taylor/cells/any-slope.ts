// E16: does an expansion need a slope of 0? Three functions, each at
// 200 random points; a fifth of the way off, to order 3. Beside it
// two places where the slope is 0 and two where there is none.
import { expressions, functionAt, polynomialAt, random, taylor } from 'unrolled';

const { evaluate, parse } = expressions;
const expand = (text: string, a: number) => {
  const f = parse(text);
  return taylor((x) => evaluate(f, { x }), a, { order: 3 });
};
const off = (text: string, a: number, d: number) => {
  const around = expand(text, a);
  return Math.abs(functionAt(around, a + d) - polynomialAt(around, a + d));
};

const around1 = expand('e^x', 1);
console.log(`e^1.5 from 1: ${polynomialAt(around1, 1.5).toFixed(4)}, exactly ${functionAt(around1, 1.5).toFixed(4)}`);
for (const text of ['e^x', 'sin(x)', 'tanh(x)']) {
  const points = Array.from({ length: 200 }, (_, k) => 4 * random(3).uniform(k) - 2);
  const flattest = Math.min(...points.map((a) => Math.abs(expand(text, a).coefficients[1]!)));
  const worst = Math.max(...points.map((a) => off(text, a, 0.2)));
  console.log(`${text}: no slope is 0 (smallest ${flattest.toFixed(4)}), off by at most ${worst.toExponential(0)}`);
}
for (const [text, a] of [
  ['cos(x)', 0],
  ['x^2', 0],
  ['|x|', 0],
  ['√x', 0],
] as const) {
  const slope = expand(text, a).coefficients[1]!;
  console.log(`${text} at ${a}: slope ${slope}, off by ${off(text, a, 0.2).toExponential(0)}`);
}
