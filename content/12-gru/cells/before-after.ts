// Reset before or after the product: the numbers of the exercise, and
// then four GRUs with z turned over where needed, b_hn = 0, 20 seeds
// each: how far apart are the states after five steps?
import {
  convertGru,
  gruCho,
  gruPytorch,
  initializers,
  matvec,
  mul,
  network,
  parametersOf,
  random,
  run,
  type Tensor,
  trace,
} from 'unrolled';

const vectors = { h: { shape: [2], kind: 'state' }, r: { shape: [2], kind: 'data' } } as const;
const products = trace({ ...vectors, U: { shape: [2, 2], kind: 'parameter' } }, ({ U, h, r }) => ({
  before: matvec(U!, mul(r!, h!)),
  after: mul(r!, matvec(U!, h!)),
}));
const given = { h: [1, -1], r: [1, 0] };
for (const U of [
  [
    [1, 2],
    [3, 4],
  ],
  [
    [1, 0],
    [0, 4],
  ],
]) {
  const values = run(products, { ...given, U });
  const show = (name: string) => `(${values.get(name)!.data.join(', ').replace('-', '−')})`;
  console.log(`U = ${JSON.stringify(U)}: U (r ⊙ h) = ${show('before')}, r ⊙ (U h) = ${show('after')}`);
}

function apart(H: number, seed: number, isDiagonal: boolean): number {
  const sizes = { X: 1, H, Y: 1, T: 5 };
  const draw = (name: string, shape: readonly number[]): Tensor => {
    const data = initializers.normal(name === 'b_hn' ? 0 : 1)(shape, random(seed), name);
    const off = (k: number) => isDiagonal && name === 'W_hn' && k % (H + 1) > 0;
    return { shape, data: data.map((value, k) => (off(k) ? 0 : value)) };
  };
  const shapes = Object.entries(parametersOf(gruPytorch, sizes));
  const { b_hn, ...rest } = Object.fromEntries(shapes.map(([name, shape]) => [name, draw(name, shape)]));
  const data = { h_0: draw('h_0', [H]), x: draw('x', [5, 1]), target: draw('target', [5, 1]) };
  const [before, after] = [
    run(network(gruCho, { ...sizes, loss: 'mse' }), { ...rest, ...data }),
    run(network(gruPytorch, { ...sizes, loss: 'mse' }), { ...rest, b_hn: b_hn!, ...data }),
  ].map((values) => values.get('h')!.data);
  return Math.max(...before!.map((value, k) => Math.abs(value - after![k]!)));
}
for (const [what, H, isDiagonal] of [
  ['4 units, full W_hn', 4, false],
  ['4 units, diagonal W_hn', 4, true],
] as const) {
  const all = Array.from({ length: 20 }, (_, seed) => apart(H, seed, isDiagonal)).toSorted((a, b) => a - b);
  const [median, most] = [all[10]!, all[19]!];
  console.log(`${what}: ${most < 1e-12 ? 'only rounding' : `median ${median.toFixed(3)}, most ${most.toFixed(3)}`}`);
}
try {
  convertGru({}, gruCho, gruPytorch);
} catch {
  console.log('Cho to PyTorch: refused, there are no such weights');
}
