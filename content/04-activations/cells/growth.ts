// Verhulst 1838: what grows in proportion to itself and to the room
// that is left, y′ = y (1 − y), follows σ. From ½, in small steps.
// Berkson 1944: each unit of x multiplies the odds p/(1 − p) by e.
import { functionAt, sigmoid, taylor } from 'unrolled';

const around = taylor(sigmoid, 0, { order: 1 });
const steps = 100_000;
for (const end of [1, 2, 4]) {
  let y = 0.5;
  for (let k = 0; k < steps; k++) y += (end / steps) * y * (1 - y);
  console.log(`after ${end}: grown to ${y.toFixed(4)}, σ = ${functionAt(around, end).toFixed(4)}`);
}
for (const x of [0, 1, 2]) {
  const p = functionAt(around, x);
  console.log(`x = ${x}: p = ${p.toFixed(4)}, odds ${(p / (1 - p)).toFixed(4)}`);
}
