// The remainder at distances that are halved: by what is it
// divided each time?
import { expressions, remainderAt, remainderOrder, taylor } from 'unrolled';

const { evaluate, parse } = expressions;
for (const [text, degree] of [
  ['e^x', 1],
  ['e^x', 2],
  ['sin(x)', 3],
  ['1/(1 + x^2)', 4],
] as const) {
  const f = parse(text);
  const around = taylor((x) => evaluate(f, { x }), 0, { order: 22 });
  const errors = [0.4, 0.2, 0.1, 0.05].map((d) => Math.abs(remainderAt(around, d, degree)));
  const ratios = errors.slice(1).map((error, k) => (errors[k]! / error).toFixed(1));
  console.log(`${text}, degree ${degree}: ${ratios.join(', ')} → 2^${remainderOrder(around, degree)}`);
}
