import { expect, it } from 'vitest';
import { embedding, oneHot, output, run, slice, toArray, trace } from '../index.ts';

it('looking a row up is multiplying with a one-hot vector, to the bit', () => {
  const E = [
    [0.1, -0.2],
    [1 / 3, 0],
    [7, 5e-324],
  ];
  const inputs = { E: { shape: [3, 2], kind: 'parameter' }, x: { shape: [3], kind: 'data' } } as const;
  const program = trace(inputs, ({ x, ...parameters }) => ({ y: embedding.apply(parameters, x!) }));
  E.forEach((row, k) => {
    expect(toArray(output(program, run(program, { E, x: slice(oneHot([k], 3), 0) }), 'y'))).toEqual(row);
  });
});
