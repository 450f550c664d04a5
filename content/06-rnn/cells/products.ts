// E48: multiply a vector 60 times, by one random 32×32 matrix or
// by 60 different ones. How long is it then?
import { initializers, math, random } from 'unrolled';

const [n, T, seeds] = [32, 60, 100];
const gaussian = initializers.normal(1 / math.sqrt(n));

const length = (v: readonly number[]) => math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
function power(W: Float64Array): number {
  let v = Array<number>(n).fill(1 / math.sqrt(n)); // length 1
  for (let t = 1; t <= T; t++) v = v.map((_, i) => v.reduce((sum, v_j, j) => sum + W[i * n + j]! * v_j, 0));
  return length(v);
}
// A new Gaussian matrix turns a vector of length 1 into n normal
// numbers of deviation 1/√n: these are drawn.
function fresh(seed: number): number {
  let total = 1;
  for (let t = 1; t <= T; t++) total *= length(Array.from(gaussian([n], random(seed), t)));
  return total;
}
function spread(lengthOf: (seed: number) => number): string {
  const logs = Array.from({ length: seeds }, (_, seed) => math.log(lengthOf(seed)) / math.log(10));
  const mean = logs.reduce((a, b) => a + b) / seeds;
  return math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (seeds - 1)).toFixed(2);
}
console.log(
  'one Gaussian matrix, 60 times  :',
  spread((seed) => power(gaussian([n, n], random(seed)))),
);
console.log('60 different Gaussian matrices :', spread(fresh));
const orthogonal = initializers.orthogonal();
console.log(
  'one orthogonal matrix, 60 times:',
  spread((seed) => power(orthogonal([n, n], random(seed)))),
);
