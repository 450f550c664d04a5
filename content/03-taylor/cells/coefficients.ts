// The coefficients f⁽ⁿ⁾(0)/n! of some functions, from the engine.
import { expressions, taylor } from 'unrolled';

const { evaluate, parse } = expressions;
for (const text of ['e^x', 'sin(x)', 'cos(x)', 'tanh(x)', '1/(1 + x^2)']) {
  const f = parse(text);
  const { coefficients } = taylor((x) => evaluate(f, { x }), 0, { order: 5 });
  console.log(`${text}: ${coefficients.map((c) => c.toFixed(4)).join(', ')}`);
}
