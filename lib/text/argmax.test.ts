import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tensor } from '../tensor.ts';
import { argmax, oneHot } from './index.ts';

it('argmax undoes oneHot', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1 }), (ids) => {
      expect(argmax(oneHot(ids, 7))).toEqual(ids);
    }),
  );
});

it('argmax prefers the first of equals and refuses what has no rows', () => {
  expect(argmax(tensor([[2, 5, 5]]))).toEqual([1]);
  expect(() => argmax(tensor([1, 2]))).toThrow('argmax reads rows of classes; got shape [2].');
});
