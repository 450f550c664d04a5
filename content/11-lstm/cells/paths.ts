// All ways from the state (h, c) of one step to that of the next,
// taken apart: the direct one, and one through each of f, i, o, g.
// The size of a way is the largest singular value of its matrix.
import {
  initializers,
  linearAlgebra,
  lstm,
  lstmPeephole,
  math,
  network,
  random,
  type Tensor,
  throughTime,
} from 'unrolled';

const { block, splitJacobian } = throughTime;
const [n, T] = [8, 10];
for (const [cell, scale] of [
  [lstm, 1],
  [lstm, 4],
  [lstmPeephole, 1],
] as const) {
  const program = network(cell, { X: 1, H: n, Y: 1, T, loss: 'mse' });
  const std = (name: string) =>
    name.startsWith('W_h') ? scale / math.sqrt(n) : name.startsWith('b') || name.endsWith('_0') ? 0 : 1;
  const given: Record<string, Tensor> = Object.fromEntries(
    program.inputs.map(({ name, shape }) => [
      name,
      { shape, data: initializers.normal(std(name))(shape, random(1), name) },
    ]),
  );
  const { parts, total, direct, paths } = splitJacobian(program, { ...given, b_f: Array<number>(n).fill(1) }, T);
  const size = (matrix: Tensor, of: string, by: string) =>
    linearAlgebra.spectralNorm(block(matrix, parts, of, by)).toFixed(2);
  console.log(`${cell.name}, W_h of scale ${scale}`);
  for (const [by, what] of [
    ['c', 'c to c'],
    ['h', 'h to c'],
  ] as const) {
    const toC = paths.filter(({ through }) => through !== 'o'); // o is on no way to c
    const through = toC.map((path) => `through ${path.through} ${size(path.matrix, 'c', by)}`);
    console.log(`  ${what}: direct ${size(direct, 'c', by)}, ${through.join(', ')}; all ${size(total, 'c', by)}`);
  }
}
