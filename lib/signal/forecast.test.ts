import { describe, expect, it } from 'vitest';
import { directionAccuracy, meanSquaredError, persistence, rSquared } from './forecast.ts';

describe('persistence', () => {
  it('says the last value, or the one a season ago', () => {
    expect(persistence([1, 2, 3])).toEqual([1, 2]);
    expect(persistence([1, 2, 3, 4], 3)).toEqual([1]);
    expect(() => persistence([1], 0)).toThrow('A lag is an integer of at least 1; got 0.');
  });

  it('forecasts no direction', () => {
    const x = [3, 1, 4, 1, 5];
    expect(directionAccuracy(x.slice(0, -1), persistence(x), x.slice(1))).toEqual({ count: 0, accuracy: Number.NaN });
  });
});

describe('rSquared', () => {
  it('is 1 for what came true, 0 for the mean, negative for worse', () => {
    expect(rSquared([1, 2, 6], [1, 2, 6])).toBe(1);
    expect(rSquared([3, 3, 3], [1, 2, 6])).toBe(0);
    expect(rSquared([6, 2, 1], [1, 2, 6])).toBeLessThan(0);
  });
});

describe('meanSquaredError', () => {
  it('is the mean of the squares', () => {
    expect(meanSquaredError([0, 2], [1, 5])).toBe(5);
    expect(() => meanSquaredError([1], [1, 2])).toThrow('Scores need as many forecasts as values');
  });
});

describe('directionAccuracy', () => {
  it('compares signs of changes, where both forecast and value move', () => {
    expect(directionAccuracy([0, 0, 0, 0], [1, -1, 1, 0], [2, -3, -1, 1])).toEqual({ count: 3, accuracy: 2 / 3 });
    expect(directionAccuracy([0, 0], [1, 1], [0, 5])).toEqual({ count: 1, accuracy: 1 });
  });
});
