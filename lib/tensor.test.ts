import { expect, it } from 'vitest';
import { type TensorLike, tensor } from './index.ts';

it.each([
  ['a text', 'abc', 'expected numbers, nested arrays or { shape, data }, got "abc"'],
  ['a text inside', [1, 'a'], 'got "a"'],
  ['nothing', undefined, 'got undefined'],
  ['a typed array without a shape', Float64Array.of(1, 2), 'got a Float64Array'],
  ['data that do not fill the shape', { shape: [2, 2], data: new Float64Array(3) }, '[2, 2] takes 4 numbers, got 3'],
  ['ragged rows', [[1, 2], [3]], 'row 2 is [1], but row 1 is [2]'],
])('tensor refuses %s', (_, value, message) => {
  expect(() => tensor(value as TensorLike)).toThrow(message);
});
