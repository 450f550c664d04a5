import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillOf, logShare, numberAttributes, share } from './number.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const ranges = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
const percent = (fill: string) => Number(/ (\d+)%/.exec(fill)![1]);

describe('the fill of a number', () => {
  it('is the page at zero, and the end of the map at the end of the range', () => {
    expect(fillOf('value', 0, 2)).toBe('color-mix(in oklab, var(--value-positive) 0%, var(--page))');
    expect(fillOf('grad', 0, 2)).toBe('color-mix(in oklab, var(--gradient-positive) 0%, var(--page))');
    expect(fillOf('value', -2, 2)).toBe('color-mix(in oklab, var(--value-negative) 85%, var(--page))');
    expect(fillOf('upstream', -2, 2)).toBe('color-mix(in oklab, var(--gradient-negative) 85%, var(--page))');
    expect(fillOf('local', 1, 2)).toMatch(/--value-positive\) 43%/);
  });

  it('grows with the size of the number, for values and for gradients, either sign', () => {
    fc.assert(
      fc.property(finite, finite, ranges, fc.constantFrom('value' as const, 'grad' as const), (a, b, range, kind) => {
        const [small, large] = Math.abs(a) <= Math.abs(b) ? [a, b] : [b, a];
        expect(percent(fillOf(kind, small, range))).toBeLessThanOrEqual(percent(fillOf(kind, large, range)));
        expect(percent(fillOf(kind, -small, range))).toBe(percent(fillOf(kind, small, range)));
      }),
    );
  });

  it('of what is not finite is a colour too: NaN is the page, infinity the end', () => {
    for (const kind of ['value', 'grad'] as const) {
      expect(percent(fillOf(kind, Number.NaN, 1))).toBe(0);
      expect(percent(fillOf(kind, Number.POSITIVE_INFINITY, 1))).toBe(85);
      expect(fillOf(kind, Number.NEGATIVE_INFINITY, 1)).toContain('negative');
      expect(percent(fillOf(kind, 1, 0))).toBe(85);
    }
  });
});

describe('a share', () => {
  it('is between 0 and 1, and 0 for zero only or for what is too small to see', () => {
    fc.assert(
      fc.property(fc.double(), ranges, (x, range) => {
        for (const part of [share(x, range), logShare(x, range)]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('of gradients spreads six powers of ten, and what is smaller stays visible', () => {
    expect([1, 1e-3, 1e-9].map((x) => logShare(x, 1))).toEqual([1, 0.5, 0.08]);
    expect([1, 0.5, 0.25].map((x) => share(x, 1))).toEqual([1, 0.5, 0.25]);
  });
});

it('a shown number carries its name, place, kind and full value', () => {
  const shown = { name: 'dL/dh_2', symbol: 'h', t: 2, kind: 'grad' as const, index: [1], value: 0.1 + 0.2 };
  expect(numberAttributes(shown)).toEqual({
    'data-name': 'dL/dh_2',
    'data-symbol': 'h',
    'data-t': 2,
    'data-kind': 'grad',
    'data-index': '1',
    'data-value': '0.30000000000000004',
    'data-sym': 'dL/dh_2',
  });
});
