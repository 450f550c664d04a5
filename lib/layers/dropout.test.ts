import { expect, it } from 'vitest';
import { dropoutMask, random, testMask } from '../index.ts';

it('masks are the same for any length, and keep the mean', () => {
  const short = dropoutMask('per-step', 0.5, 3, 4, random(1));
  const long = dropoutMask('per-step', 0.5, 500, 4, random(1));
  expect(long.data.slice(0, 12)).toEqual(short.data);
  for (const rate of [0.1, 0.5, 0.8]) {
    const { data } = dropoutMask('per-step', rate, 1000, 20, random(2));
    expect(new Set(data)).toEqual(new Set([0, 1 / (1 - rate)]));
    // A mask of 0 and 1/(1 − p) has mean 1 and variance p/(1 − p).
    const error = Math.sqrt(rate / (1 - rate) / data.length);
    expect(Math.abs(data.reduce((sum, m) => sum + m, 0) / data.length - 1)).toBeLessThan(4 * error);
  }
});

it('a variational mask is one for all steps; in testing nothing is dropped', () => {
  expect(dropoutMask('variational', 0.5, 100, 4, random(1)).shape).toEqual([4]);
  expect(dropoutMask('per-step', 0, 2, 3, random(1)).data).toEqual(new Float64Array(6).fill(1));
  expect(testMask(3)).toEqual({ shape: [3], data: new Float64Array(3).fill(1) });
});

it.each([1, -0.1, Number.NaN])('a rate of %d is refused', (rate) => {
  expect(() => dropoutMask('variational', rate, 1, 1, random(1))).toThrow(`at least 0 and below 1, not ${rate}`);
});
