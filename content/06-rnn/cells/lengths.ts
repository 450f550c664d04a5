// E39: the state does not grow with the sequence; the work does.
import { add, flat, matvec, scan, sizeOf, tanh, trace, unroll } from 'unrolled';

const [m, n] = [1, 64];
const layer = (T: number) =>
  trace(
    {
      W_hh: { shape: [n, n], kind: 'parameter' },
      W_xh: { shape: [n, m], kind: 'parameter' },
      h_0: { shape: [n], kind: 'state' },
      x: { shape: [T, m], kind: 'data' },
    },
    ({ W_hh, W_xh, h_0, x }) =>
      scan({ h: h_0! }, { x: x! }, ({ h }, { x: x_t }) => ({ h: tanh(add(matvec(W_hh!, h!), matvec(W_xh!, x_t!))) })),
  );

for (const T of [3, 30, 300]) {
  const program = unroll(layer(T));
  const size = (name: unknown) => sizeOf(program.inputs.find((input) => input.name === name)!.shape);
  // A matrix times a vector takes one multiplication for each
  // entry of the matrix.
  const products = flat(program).filter(({ op }) => op === 'matvec');
  const work = products.reduce((sum, { inputs: [W] }) => sum + size(W), 0);
  const last = flat(program).find(({ name }) => name === `h_${T}`)!;
  console.log(`T = ${T}: the last state has ${last.shape} numbers; ${work} multiplications`);
}
