import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, undifference } from './difference.ts';

const integers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });

describe('difference', () => {
  it('is undone by undifference, exactly for integers', () => {
    fc.assert(
      fc.property(integers, fc.integer({ min: 1, max: 10 }), (x, k) => {
        const lag = Math.min(k, x.length);
        expect(undifference(difference(x, lag), x.slice(0, lag))).toEqual(x);
      }),
    );
  });

  it('is undone up to rounding for any numbers', () => {
    const x = [0.1, 0.7, -3.3, 1e-9, 12.5];
    undifference(difference(x), x.slice(0, 1)).forEach((value, t) => {
      expect(value).toBeCloseTo(x[t]!, 12);
    });
  });

  it('turns a line into its slope, a season into zeros', () => {
    expect(difference([5, 7, 9, 11])).toEqual([2, 2, 2]);
    expect(difference([1, 5, 2, 1, 5, 2, 1], 3)).toEqual([0, 0, 0, 0]);
    expect(difference([4])).toEqual([]);
  });

  it('refuses a lag that is none', () => {
    expect(() => difference([1, 2, 3], 0)).toThrow('A lag is an integer from 1 to the length of the series, 3; got 0.');
    expect(() => difference([1, 2, 3], 4)).toThrow(RangeError);
    expect(() => undifference([1], [])).toThrow(RangeError);
  });
});
