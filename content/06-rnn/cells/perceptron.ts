// E08: a perceptron run three times, and a recurrent cell run over
// the same three inputs.
import { derivative, math } from 'unrolled';

const step = (a: number): number => (a > 0 ? 1 : 0);
let h = 0;
for (const x_t of [1, 0, 1]) {
  h = math.tanh(0.5 * h + x_t);
  console.log(`reads ${x_t}: perceptron ${step(x_t - 0.5)}, recurrent cell ${h.toFixed(4)}`);
}
console.log('slope of the step function at 0.5:', derivative(step, 0.5, 0.1).value);
console.log('slope of tanh at 0.5:', derivative(math.tanh, 0.5).value.toFixed(4));
