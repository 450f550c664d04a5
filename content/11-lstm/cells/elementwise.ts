// What * can mean between a gate and a cell state of two units: by
// element (⊙), or a product of matrices, or a dot product.
import { dot, matvec, mul, run, trace } from 'unrolled';

const given = { f: [1, 0.25], c: [0.8, -0.5] };
const inputs = { f: { shape: [2], kind: 'data' }, c: { shape: [2], kind: 'state' } } as const;
const readings = { 'f ⊙ c': mul, 'f c, a matrix product': matvec, 'f · c, a dot product': dot };

for (const [name, product] of Object.entries(readings))
  try {
    const { shape, data } = run(
      trace(inputs, ({ f, c }) => ({ y: product(f!, c!) })),
      given,
    ).get('y')!;
    console.log(`${name}: ${shape.length === 0 ? 'one number' : `shape ${shape}`}, ${Array.from(data).join(', ')}`);
  } catch (error) {
    console.log(`${name}: does not fit.\n  ${(error as Error).message}`);
  }
