import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowCount, windows } from './windows.ts';

const extent = fc.integer({ min: 1, max: 15 });

describe('windows', () => {
  it('of width 10, stride 5 fit 19 times into 100 values', () => {
    expect(windowCount(100, 10, 5)).toBe(19);
    expect(
      windows(
        Array.from({ length: 100 }, (_, t) => t),
        10,
        5,
      )
        .at(-1)
        ?.at(-1),
    ).toBe(99);
  });

  it('are as many as counted, all inside, and one more would stick out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), extent, extent, (n, width, stride) => {
        const x = Array.from({ length: n }, (_, t) => t);
        const all = windows(x, width, stride);
        expect(all).toHaveLength(windowCount(n, width, stride));
        all.forEach((window, k) => {
          expect(window).toEqual(x.slice(k * stride, k * stride + width));
          expect(window).toHaveLength(width);
        });
        expect(all.length * stride + width).toBeGreaterThan(n);
      }),
    );
  });

  it('of stride = width cut the series into pieces', () => {
    expect(windows([1, 2, 3, 4, 5], 2, 2).flat()).toEqual([1, 2, 3, 4]);
  });

  it('refuse a width or stride that is not a positive integer', () => {
    expect(() => windowCount(10, 0)).toThrow("A window's width is an integer of at least 1; got 0.");
    expect(() => windows([1], 1, 0.5)).toThrow("A window's stride is an integer of at least 1; got 0.5.");
  });
});
