// E21: is tanh the smoother one at the ends? Slopes of both; where
// they cross; what comes out on average for inputs around 0.
import { coefficientsAlong, random, sigmoid, tanh, valuesAlong } from 'unrolled';

const slope = (f: typeof tanh, x: number) => coefficientsAlong(f, [x], 1)[0]!;
for (const x of [0, 1, 2, 3, 5])
  console.log(`x = ${x}: tanh′ = ${slope(tanh, x).toPrecision(3)}, σ′ = ${slope(sigmoid, x).toPrecision(3)}`);

let [low, high] = [1, 3];
while (high - low > 1e-12) {
  const middle = (low + high) / 2;
  if (slope(tanh, middle) > slope(sigmoid, middle)) low = middle;
  else high = middle;
}
console.log(`tanh′ falls below σ′ at ${low.toFixed(4)}`);

for (const seed of [1, 2, 3]) {
  const inputs = Array.from({ length: 1000 }, (_, k) => random(seed).normal(k));
  const [t, s] = [tanh, sigmoid].map((f) => valuesAlong(f, inputs).reduce((sum, y) => sum + y / 1000, 0));
  console.log(`1000 normal inputs, seed ${seed}: tanh gives ${t!.toFixed(3)} on average, σ ${s!.toFixed(3)}`);
}
