// E42: what can `*` mean in `Wh*xt`, with n = 3 units and m = 5
// inputs?
import { dot, matvec, mul, trace } from 'unrolled';

const data = (...shape: number[]) => ({ shape, kind: 'data' }) as const;
const inputs = { W_hh: data(3, 3), W_xh: data(3, 5), x_t: data(5) };
const readings = [
  ['dot product, W_xh and x_t', dot, 'W_xh'],
  ['elementwise, W_xh and x_t', mul, 'W_xh'],
  ['matrix times vector, W_hh and x_t', matvec, 'W_hh'],
  ['matrix times vector, W_xh and x_t', matvec, 'W_xh'],
] as const;
for (const [reading, product, W] of readings) {
  try {
    trace(inputs, (given) => ({ a: product(given[W]!, given.x_t!) }));
    console.log(`${reading}: fits`);
  } catch (error) {
    console.log(`${reading}:\n  ${error}`);
  }
}
