import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyScaling, invertScaling, rangeScaling, standardScaling } from './scaling.ts';

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });
const mean = (x: readonly number[]) => x.reduce((sum, v) => sum + v, 0) / x.length;

describe.each([
  ['standardScaling', standardScaling],
  ['rangeScaling', (x: readonly number[]) => rangeScaling(x, -1, 1)],
])('%s', (_, fit) => {
  it('is undone by invertScaling, for other numbers too', () => {
    fc.assert(
      fc.property(numbers, numbers, (x, others) => {
        const scaling = fit(x);
        invertScaling(scaling, applyScaling(scaling, others)).forEach((value, t) => {
          expect(value).toBeCloseTo(others[t]!, 9);
        });
      }),
    );
  });

  it('needs at least one number', () => {
    expect(() => fit([])).toThrow('A scaling is fitted to at least one number; got none.');
  });
});

describe('standardScaling', () => {
  it('gives mean 0 and variance 1, or all 0 for a constant series', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const scaled = applyScaling(standardScaling(x), x);
        expect(mean(scaled)).toBeCloseTo(0, 9);
        expect(mean(scaled.map((v) => v * v))).toBeCloseTo(new Set(x).size > 1 ? 1 : 0, 9);
      }),
    );
  });
});

describe('rangeScaling', () => {
  it('reaches from low to high, and beyond for values it was not fitted to', () => {
    const scaling = rangeScaling([2, 4, 6], -1, 1);
    expect(applyScaling(scaling, [2, 4, 6, 8])).toEqual([-1, 0, 1, 2]);
    expect(applyScaling(rangeScaling([3, 3]), [3, 4])).toEqual([0, 1]);
    expect(() => rangeScaling([1], 1, 1)).toThrow('A range goes from low to high; got 1 to 1.');
  });
});
