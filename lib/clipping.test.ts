import { array, assert, double, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipByNorm, clipByValue, globalNorm } from './index.ts';

const numbers = array(double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 6 });
const gradients = record({ W: numbers, b: numbers });
const bound = double({ min: 0.001, max: 100, noNaN: true });

describe('clipByNorm', () => {
  it('never increases the norm, brings it to θ at most, and leaves small gradients as they are', () => {
    assert(
      property(gradients, bound, (g, theta) => {
        const clipped = clipByNorm(g, theta);
        const after = globalNorm(clipped.gradients);
        expect(clipped.norm).toBe(globalNorm(g));
        expect(after).toBeLessThanOrEqual(clipped.norm);
        expect(after).toBeLessThanOrEqual(theta * (1 + 1e-14));
        if (clipped.norm <= theta) expect(clipped.factor).toBe(1);
        else expect(after).toBeGreaterThan(theta * (1 - 1e-14));
      }),
    );
  });

  it('keeps the direction: every number is multiplied by the same factor in (0, 1]', () => {
    assert(
      property(gradients, bound, (g, theta) => {
        const clipped = clipByNorm(g, theta);
        expect(clipped.factor).toBeGreaterThan(0);
        expect(clipped.factor).toBeLessThanOrEqual(1);
        for (const key of ['W', 'b'] as const) {
          expect(Array.from(clipped.gradients[key]!.data)).toEqual(g[key].map((x) => clipped.factor * x));
        }
      }),
    );
  });

  it('(3, 4) to norm 1 is (.6, .8)', () => {
    const { gradients, norm, factor } = clipByNorm({ w: [3, 4] }, 1);
    expect(gradients.w!.data[0]).toBeCloseTo(0.6, 15);
    expect(gradients.w!.data[1]).toBeCloseTo(0.8, 15);
    expect([norm, factor]).toEqual([5, 0.2]);
  });

  it('an explosion to 1e300 is still scaled down, and NaN is not hidden', () => {
    expect(clipByNorm({ w: [3e300, 4e300] }, 1).gradients.w!.data[0]).toBeCloseTo(0.6, 14);
    expect(globalNorm({ w: [3e-300, 4e-300] })).toBeCloseTo(5e-300, 313);
    const lost = clipByNorm({ w: [3, Number.NaN] }, 1);
    expect([lost.norm, lost.factor, lost.gradients.w!.data[0]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('zero gradients stay zero; a bound below 0 is refused', () => {
    expect(clipByNorm({ w: [0, 0] }, 0)).toMatchObject({ norm: 0, factor: 1 });
    expect(() => clipByNorm({ w: 1 }, -1)).toThrow('gradients are clipped to a norm of at least 0, not -1');
    expect(() => clipByValue({ w: 1 }, Number.NaN)).toThrow('gradients are clipped to a limit of at least 0, not NaN');
  });
});

describe('clipByValue', () => {
  it('keeps every number within ±limit, its sign, and those already within; never increases the norm', () => {
    assert(
      property(gradients, bound, (g, limit) => {
        const { gradients, norm, clipped } = clipByValue(g, limit);
        const [before, after] = [g, gradients].map(({ W, b }) =>
          [W, b].flatMap((v) => Array.from('data' in v! ? v.data : v!)),
        );
        after!.forEach((x, k) => {
          expect(x).toBe(Math.abs(before![k]!) <= limit ? before![k] : Math.sign(before![k]!) * limit);
        });
        expect(clipped).toBe(before!.filter((x) => Math.abs(x) > limit).length);
        expect(globalNorm(gradients)).toBeLessThanOrEqual(norm);
      }),
    );
  });

  it('(3, 4) to 1 is (1, 1): another direction', () => {
    expect(clipByValue({ w: [3, 4] }, 1)).toEqual({
      gradients: { w: { shape: [2], data: Float64Array.of(1, 1) } },
      norm: 5,
      clipped: 2,
    });
  });
});
