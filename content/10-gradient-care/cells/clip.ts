// Three gradients, clipped to a length of 1, and to ±1 number by
// number. What becomes of their direction?
import { clipByNorm, clipByValue } from 'unrolled';

const written = (w: ArrayLike<number>) => `(${Array.from(w, (x) => Number(x.toPrecision(3))).join(', ')})`;
const angle = (w: ArrayLike<number>) => `${((Math.atan2(w[1]!, w[0]!) * 180) / Math.PI).toFixed(1)}°`;
for (const w of [
  [3, 4],
  [30, 0.4],
  [3e-9, 4e-9],
]) {
  const { gradients, norm, factor } = clipByNorm({ w }, 1);
  const byNorm = gradients.w!.data;
  const byValue = clipByValue({ w }, 1).gradients.w!.data;
  console.log(`${written(w)}, ${norm.toPrecision(3)} long, at ${angle(w)}`);
  console.log(`  by norm: times ${factor.toPrecision(3)} = ${written(byNorm)}, at ${angle(byNorm)}`);
  console.log(`  by value: ${written(byValue)}, at ${angle(byValue)}`);
}
