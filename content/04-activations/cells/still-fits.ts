// E20: does a saturated σ make fitting impossible? The curve
// σ(wx + b) is fitted to 20 samples of another such curve, by
// gradient descent on w and b. Thirty seeds; three starts. The last
// number is the slope of σ at the samples when it begins, on average.
import { add, jets, mean, mul, random, sigmoid, square, sub, trace } from 'unrolled';

const places = Array.from({ length: 20 }, (_, k) => -2 + (4 * k) / 19);
const curve = {
  x: { shape: [20], kind: 'data' },
  w: { shape: [20], kind: 'data' },
  b: { shape: [20], kind: 'data' },
} as const;
const misfit = trace({ ...curve, y: { shape: [20], kind: 'data' } }, ({ x, w, b, y }) => {
  const p = sigmoid(add(mul(w!, x!), b!));
  return { p, L: mean(square(sub(p, y!))) };
});
const all = (value: number) => places.map(() => value);
const at = (w: number, b: number, y: readonly number[]) => ({ x: places, w: all(w), b: all(b), y: [...y] });
const slopeBy = (name: 'w' | 'b', w: number, b: number, y: readonly number[]) =>
  jets(misfit, at(w, b, y), { seed: { [name]: all(1) } });

const seeds = Array.from({ length: 30 }, (_, k) => k);
for (const start of [0, 4, 8]) {
  const runs = seeds.map((seed) => {
    const draw = random(seed);
    const [u, v] = [4 * draw.uniform(0) - 2, 2 * draw.uniform(1) - 1];
    const y = [...slopeBy('w', u, v, all(0)).get(misfit.outputs.p!)![0]!.data];
    let [w, b] = [0, start];
    const p = slopeBy('w', w, b, y).get(misfit.outputs.p!)![0]!.data;
    const slope = p.reduce((sum, each) => sum + each * (1 - each), 0) / p.length;
    for (let step = 0; step < 5000; step++) {
      const [byW, byB] = [slopeBy('w', w, b, y), slopeBy('b', w, b, y)].map((jet) => jet.get(misfit.outputs.L!)!);
      if (byW![0]!.data[0]! < 1e-3) return { step, slope };
      w -= 5 * byW![1]!.data[0]!;
      b -= 5 * byB![1]!.data[0]!;
    }
    return { step: Number.POSITIVE_INFINITY, slope };
  });
  const steps = runs.map(({ step }) => step).toSorted((a, b) => a - b);
  const fitted = steps.filter(Number.isFinite).length;
  console.log(
    `b from ${start}: ${fitted} of 30 fit, after ${steps[0]} to ${steps[29]} steps, median ${steps[15]}; slope ${runs[0]!.slope.toExponential(1)}`,
  );
}
