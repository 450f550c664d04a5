// All ways from h to the next h in a GRU, taken apart: the direct one,
// through z, and through n, in which r acts. The size of a way is the
// largest singular value of its matrix; the scale is that of W_h. Then
// 40 random GRUs of 32 units that read 50 random numbers, as the LSTMs
// of chapter 11 did.
import {
  backward,
  gru,
  initializers,
  linearAlgebra,
  math,
  network,
  plan,
  random,
  type Tensor,
  throughTime,
} from 'unrolled';

const draw = (std: (name: string) => number, name: string, shape: readonly number[], seed: number): Tensor => ({
  shape,
  data: initializers.normal(std(name))(shape, random(seed), name),
});
for (const scale of [1, 4]) {
  const [n, T] = [8, 10];
  const program = network(gru, { X: 1, H: n, Y: 1, T, loss: 'mse' });
  const std = (name: string) => (name.startsWith('W_h') ? scale / math.sqrt(n) : /^b|_0$/.test(name) ? 0 : 1);
  const given = Object.fromEntries(program.inputs.map(({ name, shape }) => [name, draw(std, name, shape, 1)]));
  const { total, direct, paths } = throughTime.splitJacobian(program, { ...given, b_z: Array<number>(n).fill(-1) }, T);
  const size = (matrix: Tensor) => linearAlgebra.spectralNorm(matrix).toFixed(2);
  const toH = paths.filter(({ through }) => through !== 'r');
  const through = toH.map((path) => `through ${path.through} ${size(path.matrix)}`);
  console.log(`scale ${scale}: direct ${size(direct)}, ${through.join(', ')}; all ${size(total)}`);
}
const [n, T] = [32, 50];
const program = network(gru, { X: 1, H: n, Y: 1, T, loss: 'mse', lossAt: 'last' });
const net = plan(backward(program, { wrt: ['h_0'] }), { type: 'float64' });
/** ‖∂(v·h_T)/∂h_0‖ for a random v of length 1. */
function gradient(scale: number, seed: number): number {
  const std = (name: string) =>
    (name.startsWith('W_h') ? scale : 1) / (name === 'x' || name === 'W_hy' ? 1 : math.sqrt(n));
  for (const k of ['r', 'z', 'n'])
    for (const [name, columns] of [
      [`W_h${k}`, n],
      [`W_x${k}`, 1],
    ] as const)
      net.set(name, draw(std, name, [n, columns], seed));
  net.set('b_z', new Float64Array(n).fill(-1));
  net.set('x', draw(std, 'x', [T, 1], seed));
  const v = draw(std, 'W_hy', [1, n], seed);
  const length = linearAlgebra.norm(v);
  net.set('W_hy', { ...v, data: v.data.map((each) => each / length) });
  net.run();
  const y = net.buffer('y')[T - 1]!; // L = y², so dL/dh_0 = 2 y dy/dh_0
  return linearAlgebra.norm(Array.from(net.buffer('dL/dh_0'), (each) => each / (2 * y)));
}
for (const scale of [1, 2, 4, 8]) {
  const all = Array.from({ length: 40 }, (_, seed) => gradient(scale, seed)).toSorted((a, b) => a - b);
  const show = (k: number) => all[k]!.toPrecision(2);
  console.log(`random, scale ${scale}: median ${show(20)}, from ${show(0)} to ${show(39)}`);
}
