// R16: does clipping keep a training on the road? One logistic
// unit is to say 0.7 after 50 steps of silence: the loss with the
// cliff. 20 descents from random places, 150 updates each.
import { backward, clipByNorm, clipByValue, network, plan, random, rnnLogistic, type Tensor } from 'unrolled';

const T = 50;
const program = network(rnnLogistic, { X: 1, H: 1, Y: 1, T, loss: 'mse', lossAt: 'last' });
const model = plan(backward(program, { wrt: ['W_hh', 'b_h'] }), { type: 'float64' });
for (const [name, value] of Object.entries({ W_xh: 0, W_hy: 1, b_y: 0, h_0: 0.5 })) model.set(name, [value]);
model.set('x', Array(T).fill(0));
model.set('target', Array(T).fill(0.7));

type Vector = Record<'w' | 'b', number>;
const numbers = ({ w, b }: Record<string, Tensor>): Vector => ({ w: w!.data[0]!, b: b!.data[0]! });
const clips: Record<string, (g: Vector) => Vector> = {
  'not clipped': (g) => g,
  'by norm, θ = 0.5': (g) => numbers(clipByNorm(g, 0.5).gradients),
  'by value, ±0.5': (g) => numbers(clipByValue(g, 0.5).gradients),
  'by value, ±1': (g) => numbers(clipByValue(g, 1).gradients),
};

/** The loss there, and its gradient. */
function at(w: number, b: number) {
  model.set('W_hh', [w]);
  model.set('b_h', [b]);
  model.run();
  const [L, dw, db] = ['L', 'dL/dW_hh', 'dL/db_h'].map((name) => model.buffer(name)[0]!);
  return { L: L!, g: { w: dw!, b: db! } };
}
for (const [name, clip] of Object.entries(clips)) {
  let arrived = 0;
  let longest = 0;
  for (let seed = 0; seed < 20; seed++) {
    let [w, b] = [4.4 + 0.6 * random(seed).uniform('w'), -2.6 + 0.6 * random(seed).uniform('b')];
    for (let n = 0; n < 150; n++) {
      const g = clip(at(w, b).g);
      [w, b] = [w - 0.3 * g.w, b - 0.3 * g.b];
      longest = Math.max(longest, 0.3 * Math.hypot(g.w, g.b));
    }
    if (at(w, b).L < 0.001) arrived++;
  }
  console.log(`${name}: ${arrived} of 20 end with a loss below 0.001; longest update ${longest.toPrecision(2)}`);
}
