// How large do coefficients become? If the n-th root of |c_n| tends
// to 1/R, the series has the radius R.
import { expressions, taylor } from 'unrolled';

const { evaluate, parse } = expressions;
const distances = { '1/(1 + x^2)': 1, 'tanh(x)': Math.PI / 2, 'log(1 + x)': 1, 'σ(x)': Math.PI };
for (const [text, distance] of Object.entries(distances)) {
  const f = parse(text);
  const { coefficients } = taylor((x) => evaluate(f, { x }), 0, { order: 81 });
  const n = coefficients.findLastIndex((c) => c !== 0);
  const radius = Math.abs(coefficients[n]!) ** (-1 / n);
  console.log(`${text}: from c_${n}, R is about ${radius.toFixed(2)}; nearest pole at ${distance.toFixed(2)}`);
}
