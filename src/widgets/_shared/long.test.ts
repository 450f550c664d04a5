import { describe, expect, it } from 'vitest';
import { long } from './long.ts';

describe('a number where three digits are too few', () => {
  it.each([
    [1.625, '1.625'],
    [-0.023721270700128, '−0.023721'],
    [1 / 3, '0.33333'],
    [100, '100'],
    [1234567, '1.2e6'],
    [1e-9, '1.0e−9'],
    [0, '0'],
    [Number.NaN, 'NaN'],
  ])('%d is %s', (x, text) => expect(long(x)).toBe(text));
});
