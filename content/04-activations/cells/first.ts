// σ and its slope at a few places, from the engine's Taylor series;
// beside the slope, a central difference that knows nothing of it.
import { derivative, functionAt, sigmoid, taylor } from 'unrolled';

for (const x of [0, 1, 2, 5, 10]) {
  const around = taylor(sigmoid, x, { order: 1 });
  const check = derivative((u) => functionAt(around, u), x).value;
  const [value, slope] = around.coefficients.map((each) => each.toPrecision(3));
  console.log(`x = ${x}: σ = ${value}, slope ${slope}, by differences ${check.toPrecision(3)}`);
}
