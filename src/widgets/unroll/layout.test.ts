import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX, fitting, layout, stackHeight, windowAround } from './layout.ts';

describe('the window of time steps', () => {
  it('holds the step that the walk is at, is never wider than time, and never leaves it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(49), fc.integer({ min: 1, max: 60 }), (T, k, columns) => {
        const now = 1 + (k % T);
        const [first, last] = windowAround(now, T, columns);
        expect([first >= 1, first <= now, now <= last, last <= T]).toEqual([true, true, true, true]);
        expect(last - first + 1).toBe(Math.min(T, columns));
      }),
    );
  });

  it('has two columns on a phone and at least one anywhere', () => {
    expect([0, 200, 358, 700, 1000].map(fitting)).toEqual([1, 1, 2, 4, 6]);
    for (let width = 320; width < 1200; width++) {
      const columns = fitting(width);
      const drawn = layout({ H: 2, oneHot: false, backward: false }, [1, columns]).width;
      expect(drawn, `${width} px`).toBeLessThanOrEqual(width);
    }
  });
});

describe('the picture', () => {
  it('keeps its rows apart, for any number of units, with and without gradients', () => {
    for (let H = 1; H <= 8; H++)
      for (const backward of [true, false])
        for (const oneHot of [true, false]) {
          const { y, height } = layout({ H, backward, oneHot }, [1, 3]);
          const stack = stackHeight(H);
          expect(y.box).toBeGreaterThan(y.out + 24);
          expect(y.state).toBeGreaterThan(y.box);
          if (backward) expect(y.gradient).toBeGreaterThan(y.state + stack);
          expect(y.boxEnd).toBeGreaterThan((backward ? y.gradient : y.state) + stack);
          expect(height).toBeGreaterThan(y.x + 24);
        }
  });

  it('puts later steps further right, a box beside a box', () => {
    const { x } = layout({ H: 2, backward: false, oneHot: false }, [4, 6]);
    expect(x(5) - x(4)).toBeGreaterThan(BOX);
    expect(x(6) - x(5)).toBe(x(5) - x(4));
  });
});
