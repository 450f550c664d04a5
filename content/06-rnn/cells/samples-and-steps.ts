// E44: six numbers as two samples of three steps, and as one
// sample of six steps. Shapes are (B, T, m).
import { math, tensor } from 'unrolled';

const lastState = (x: readonly number[]) => x.reduce((h, x_t) => math.tanh(0.5 * h + x_t), 0).toFixed(4);
const shape = (batch: number[][]) => tensor(batch.map((x) => x.map((x_t) => [x_t]))).shape.join('×');

const [a, b] = [
  [1, 0, 0],
  [0, 1, 0],
] as const;
for (const batch of [[[...a], [...b]], [[...b], [...a]], [[...a, ...b]]]) {
  console.log(`${shape(batch)}: last states ${batch.map(lastState).join(' and ')}`);
}
