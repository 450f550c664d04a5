// How small a step should a difference take? The derivative of tanh
// at 0.5, from one side and from both, against the exact one.
import { math } from 'unrolled';

const exact = 1 - math.tanh(0.5) ** 2;
for (const step of [1e-1, 1e-3, 1e-5, 1e-8, 1e-11, 1e-14]) {
  const oneSided = (math.tanh(0.5 + step) - math.tanh(0.5)) / step;
  const central = (math.tanh(0.5 + step) - math.tanh(0.5 - step)) / (2 * step);
  const [a, b] = [oneSided, central].map((x) => Math.abs(x - exact).toExponential(0));
  console.log(`step ${step}: one side off by ${a}, both sides by ${b}`);
}
