import { expect, it } from 'vitest';
import { backward, masked, mse, output, run, scan, sumTime, trace } from '../index.ts';

const T = 4;
const program = backward(
  trace(
    {
      y: { shape: [T, 2], kind: 'parameter' },
      target: { shape: [T, 2], kind: 'data' },
      mask: { shape: [T], kind: 'data' },
    },
    ({ y, target, mask }) => {
      const { l } = scan({}, { y: y!, target: target!, mask: mask! }, (_, now) => ({
        l: masked(mse)(now.y!, now.target!, now.mask!),
      }));
      return { l: l!, L: sumTime(l!) };
    },
  ),
);
const given = {
  y: [
    [1, 2],
    [0, 3],
    [5, 5],
    [7, 7],
  ],
  target: new Array(T).fill([0, 1]),
};
const read = (mask: number[], key: string) => {
  const values = run(program, { ...given, mask });
  return Array.from(output(program, values, key).data, (x) => x + 0);
};

it('counts the steps where the mask is 1', () => {
  expect(read([1, 1, 1, 1], 'l')).toEqual([1, 2, 20.5, 42.5]);
  expect(read([1, 1, 0, 0], 'l')).toEqual([1, 2, 0, 0]);
  expect(read([1, 1, 0, 0], 'L')).toEqual([3]);
});

it('gives no gradient to the others, and the same as before to those that count', () => {
  expect(read([1, 1, 0, 0], 'dL/dy')).toEqual([...read([1, 1, 1, 1], 'dL/dy').slice(0, 4), 0, 0, 0, 0]);
});
