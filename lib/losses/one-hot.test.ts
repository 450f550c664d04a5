import { expect, it } from 'vitest';
import { crossEntropy, oneHot, toArray } from '../index.ts';
import { valueAndGradients } from '../testing.ts';

it('writes classes as rows with a single 1', () => {
  expect(toArray(oneHot([1, 1, 0], 2))).toEqual([
    [0, 1],
    [0, 1],
    [1, 0],
  ]);
  expect(oneHot([], 3)).toEqual({ shape: [0, 3], data: new Float64Array() });
});

it('makes targets of a cross-entropy: the loss is −log of the probability of the class', () => {
  const p = [0.5, 0.2, 0.3];
  const target = { shape: [3], data: oneHot([2], 3).data };
  const { value } = valueAndGradients(({ y, target }) => crossEntropy(y!, target!), { y: p.map(Math.log), target });
  expect(value).toBeCloseTo(-Math.log(0.3), 14);
});

it.each([
  [-1, 'class -1 at position 2: expected an integer from 0 to 2'],
  [3, 'class 3 at position 2: expected an integer from 0 to 2'],
  [0.5, 'class 0.5 at position 2: expected an integer from 0 to 2'],
])('refuses %d of 3 classes', (k, message) => {
  expect(() => oneHot([0, k], 3)).toThrow(message);
});
