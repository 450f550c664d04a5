// E22: does tanh avoid the defect of σ? The slope far out on both
// sides, and how far out it falls below a thousandth.
import { coefficientsAlong, sigmoid, tanh } from 'unrolled';

const places = Array.from({ length: 20_001 }, (_, k) => k / 1000);
for (const [name, f] of Object.entries({ tanh, σ: sigmoid })) {
  const [left, right] = coefficientsAlong(f, [-5, 5], 1);
  const from = places[coefficientsAlong(f, places, 1).findIndex((slope) => slope < 1e-3)]!;
  console.log(`${name}′(±5) = ${left!.toExponential(1)}, ${right!.toExponential(1)}; below 0.001 from ${from} on`);
}
