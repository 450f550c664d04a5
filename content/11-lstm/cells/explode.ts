// E74: gates that neither vanish nor explode? First one unit with
// constant gates f = 0.73, i = o = 0.88 and candidate tanh(2 h): by
// what is c multiplied in 30 steps, all paths together? Then 40
// random LSTMs of 32 units with b_f = 1 that read 50 random numbers.
import { backward, initializers, linearAlgebra, lstm, math, network, plan, random, type Tensor } from 'unrolled';

function product(c_0: number): number {
  let [c, all] = [c_0, 1];
  for (let t = 1; t <= 30; t++) {
    const slope = 0.88 * (1 - math.tanh(c) ** 2); // dh/dc
    const g = math.tanh(2 * 0.88 * math.tanh(c));
    all *= 0.73 + 0.88 * (1 - g ** 2) * 2 * slope; // by f, and by g
    c = 0.73 * c + 0.88 * g;
  }
  return all;
}
for (const c_0 of [0, 0.001, 0.5])
  console.log(
    `one unit from c_0 = ${c_0}: f alone ${(0.73 ** 30).toExponential(1)}, all paths ${product(c_0).toExponential(1)}`,
  );

const [n, T] = [32, 50];
const net = plan(backward(network(lstm, { X: 1, H: n, Y: 1, T, loss: 'mse', lossAt: 'last' }), { wrt: ['c_0'] }), {
  type: 'float64',
});
/** ‖∂(v·h_T)/∂c_0‖ for a random v of length 1. */
function gradient(scale: number, seed: number): number {
  const source = random(seed);
  const normal = (name: string, shape: readonly number[], std: number): Tensor => ({
    shape,
    data: initializers.normal(std)(shape, source, name),
  });
  for (const k of ['f', 'i', 'o', 'g']) {
    net.set(`W_h${k}`, normal(`W_h${k}`, [n, n], scale / math.sqrt(n)));
    net.set(`W_x${k}`, normal(`W_x${k}`, [n, 1], 1 / math.sqrt(n)));
  }
  net.set('b_f', new Float64Array(n).fill(1));
  net.set('x', normal('x', [T, 1], 1));
  const v = normal('W_hy', [1, n], 1);
  const length = linearAlgebra.norm(v);
  net.set('W_hy', { ...v, data: v.data.map((each) => each / length) });
  net.run();
  const y = net.buffer('y')[T - 1]!; // L = y², so dL/dc_0 = 2 y dy/dc_0
  return linearAlgebra.norm(Array.from(net.buffer('dL/dc_0'), (each) => each / (2 * y)));
}
for (const scale of [1, 2, 4, 8]) {
  const all = Array.from({ length: 40 }, (_, seed) => gradient(scale, seed)).toSorted((a, b) => a - b);
  const show = (k: number) => all[k]!.toPrecision(2);
  console.log(`random, W_h of scale ${scale}: median ${show(20)}, from ${show(0)} to ${show(39)}`);
}
