// The slope of sin at 1 as a quotient of differences, one-sided and
// central: the smaller h, the better?
import { derivative, math, sin, taylor } from 'unrolled';

const exact = taylor(sin, 1, { order: 1 }).coefficients[1]!;
for (const h of [1e-1, 1e-3, 1e-5, 1e-8, 1e-11, 1e-14]) {
  const oneSided = (math.sin(1 + h) - math.sin(1)) / h;
  const central = (math.sin(1 + h) - math.sin(1 - h)) / (2 * h);
  const off = [oneSided, central].map((slope) => Math.abs(slope - exact).toExponential(0));
  console.log(`h = ${h}: one-sided off by ${off[0]}, central off by ${off[1]}`);
}
const best = derivative(math.sin, 1).value;
console.log(`central, extrapolated to h = 0: off by ${Math.abs(best - exact).toExponential(0)}`);
