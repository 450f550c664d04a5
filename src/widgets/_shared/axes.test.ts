import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decades, line, rangeOf, scale, ticks, tickText } from './axes.ts';

describe('an axis', () => {
  it('puts the ends at the ends, also upside down', () => {
    const y = scale([-1, 3], [100, 0]);
    expect([y(-1), y(1), y(3)]).toEqual([100, 50, 0]);
  });

  it('has round marks', () => {
    expect(ticks([-3, 3])).toEqual([-3, -2, -1, 0, 1, 2, 3].filter((x) => ticks([-3, 3]).includes(x)));
    expect(ticks([-3, 3], 6)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(ticks([-0.34, 1.3])).toEqual([0, 0.5, 1]);
    expect(ticks([0, 1e-7], 2)).toEqual([0, 5e-8, 1e-7]);
    expect(tickText(-0.5)).toBe('−0.5');
  });

  it('has few marks, and all inside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (low, width) => {
          const range = [low, low + width] as const;
          const all = ticks(range);
          expect(all.length).toBeLessThanOrEqual(8);
          for (const x of all) expect(x >= low - width * 1e-6 && x <= low + width * (1 + 1e-6)).toBe(true);
        },
      ),
    );
  });
});

describe('a line', () => {
  const bounds = [0, 10] as const;
  it('lifts the pen over what is not a number, and at cuts', () => {
    expect(
      line(
        [
          [0, 1],
          [1, Number.NaN],
          [2, 3],
          [3, 4],
        ],
        { bounds },
      ),
    ).toBe('M0.0 1.0M2.0 3.0L3.0 4.0');
    expect(
      line(
        [
          [0, 1],
          [1, 2],
        ],
        { bounds, isCut: (k) => k === 1 },
      ),
    ).toBe('M0.0 1.0M1.0 2.0');
  });
  it('stays near the picture', () => {
    expect(
      line(
        [
          [0, Number.POSITIVE_INFINITY],
          [1, -1e9],
        ],
        { bounds },
      ),
    ).toBe('M0.0 20.0L1.0 -10.0');
  });
});

describe('rangeOf', () => {
  it('leaves room, and lets what is far out or not a number lie beyond it', () => {
    expect(rangeOf([0, 1])).toEqual([-0.12, 1.12]);
    const [low, high] = rangeOf([...Array.from({ length: 200 }, (_, k) => k / 199), 1e9, Number.NaN]);
    expect(low).toBeGreaterThan(-0.2);
    expect(high).toBeLessThan(1.2);
    expect(rangeOf([0, 0])).toEqual([-1, 1]);
    expect(rangeOf([Number.NaN])).toEqual([-1, 1]);
  });
});

describe('decades', () => {
  it('are whole powers, not too many', () => {
    expect(decades([-3, 0], 6)).toEqual([-3, -2, -1, 0]);
    expect(decades([-21, 9], 6)).toEqual([-21, -16, -11, -6, -1, 4, 9]);
  });
});
