// E48: the gradient of a linear network over 60 steps, with one
// matrix for all steps and with a fresh one for each. 100 seeds, 16
// units. How long is what arrives of a vector of length 1?
import { initializers, linearAlgebra, random, type Tensor } from 'unrolled';

const [n, steps] = [16, 60];
const spread = (all: readonly number[]) => {
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
  return Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length);
};
for (const [name, draw] of [
  ['Gaussian, 1/√n', initializers.normal(1 / Math.sqrt(n))],
  ['orthogonal', initializers.orthogonal()],
] as const)
  for (const isShared of [true, false]) {
    const lengths = Array.from({ length: 100 }, (_, seed) => {
      const matrix = (t: number): Tensor => ({
        shape: [n, n],
        data: draw([n, n], random(seed), isShared ? 'W' : `W_${t}`),
      });
      const first: Tensor = { shape: [n, 1], data: initializers.normal(1)([n], random(seed), 'v') };
      let v: Tensor = { ...first, data: first.data.map((x) => x / linearAlgebra.norm(first)) };
      for (let t = 0; t < steps; t++) v = linearAlgebra.product(matrix(t), v);
      return Math.log10(linearAlgebra.norm(v));
    }).sort((a, b) => a - b);
    const [least, most] = [lengths[5]!, lengths[94]!].map((x) => (10 ** x).toPrecision(2));
    console.log(
      `${name}, ${isShared ? 'one for all steps' : 'a fresh one each '}: 90 of 100 between ${least} and ${most}, spread ${spread(lengths).toFixed(2)} powers of ten`,
    );
  }
