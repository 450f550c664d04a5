import { remainderAt } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { checkOf } from './check-of.ts';
import { examples } from './examples.ts';
import { KNOWN, knownBy, reachOf } from './known.ts';
import { frameOf } from './model.ts';
import type { TaylorState } from './state.ts';

const start: TaylorState = examples.exp;
const shown = (change: Partial<TaylorState>) => frameOf({ ...start, ...change });

describe('the terms', () => {
  it('of e^0.5 to order 2 are 1 + 0.5 + 0.125', () => {
    const { terms, polynomial, value, remainder } = frameOf(start);
    expect(terms.map((term) => term.value)).toEqual([1, 0.5, 0.125]);
    expect(terms.map((term) => term.sum)).toEqual([1, 1.5, 1.625]);
    expect(polynomial).toBe(1.625);
    expect(value).toBeCloseTo(Math.exp(0.5), 14);
    expect(remainder.here).toBe(value - 1.625);
  });

  it.each(KNOWN.filter(({ text }) => text !== 'ReLU(x)').map(({ text }) => text))(
    'of %s: each coefficient is the slope of the one before',
    (text) => {
      const state = { ...start, text, at: 0.7, order: 6 };
      for (const { n, coefficient } of frameOf(state).terms.slice(1)) {
        const check = checkOf(state, n)!;
        expect(Math.abs(check.value - coefficient)).toBeLessThan(1e-7 * Math.max(1, Math.abs(coefficient)));
      }
    },
  );
});

describe('the remainder', () => {
  it.each<[string, number, number, number]>([
    ['e^x', 0, 2, 3],
    ['sin(x)', 0, 3, 5],
    ['tanh(x)', 0, 8, 9],
    ['1/(1 + x^2)', 0, 8, 10],
    ['tanh(x)', 0, 20, 21],
    ['log(x)', 1, 3, 4],
  ])('of %s at %d after order %i falls with power %i', (text, at, order, power) => {
    const { remainder } = shown({ text, at, order });
    expect(remainder.order).toBe(power);
    // Of order 21 few points rise above rounding.
    expect(Math.abs(remainder.slope - power)).toBeLessThan(0.02 * power);
  });

  it('is 0 on the side of a kink where a stands', () => {
    const { remainder } = shown({ text: 'ReLU(x)', at: -0.5, order: 1, x: 0.5 });
    expect(remainder.points).toEqual([]);
    expect(remainder.here).toBe(0.5);
  });

  it('stays within Lagrange’s bound wherever there is one', () => {
    for (const text of KNOWN.map((known) => known.text))
      for (const [at, order] of [
        [0, 1],
        [0.5, 3],
        [-1.3, 6],
      ] as const) {
        const { curves, expansion } = shown({ text, at, order });
        for (const { x, bound } of curves.band) {
          const size = Math.abs(remainderAt(expansion, x, order));
          // The largest derivative may lie between two places.
          expect(size).toBeLessThanOrEqual(bound * 1.02 + 1e-13);
        }
      }
  });

  it('has no bound beyond a kink, and one to the end where there is none', () => {
    const ends = (text: string) => {
      const { band } = shown({ text, at: -1, order: 1 }).curves;
      return [band[0]!.x, band.at(-1)!.x];
    };
    expect(ends('ReLU(x)')).toEqual([-3, expect.closeTo(-0.075, 10)]);
    expect(ends('e^x')).toEqual([-3, 3]);
  });
});

describe('where there is no polynomial', () => {
  it.each<[string, number, number | undefined, string | undefined]>([
    ['1/x', 0, 0, 'pole'],
    ['log(x)', 0, 0, 'edge'],
    ['√x', 0, 1, 'edge'],
    ['sin(x)/x', 0, 0, 'hole'],
    ['ReLU(x)', 0, undefined, 'kink'],
    ['flat(x)', 0, undefined, 'flat'],
    ['e^x', 0, undefined, undefined],
    ['log(x)', -1, 0, undefined],
  ])('%s at %d ends at order %s, on a %s', (text, at, endsAt, kind) => {
    const frame = shown({ text, at, order: 4 });
    expect(frame.endsAt).toBe(endsAt);
    expect(frame.onBreak?.kind).toBe(kind);
    if (endsAt !== undefined) expect(frame.remainder.order).toBeUndefined();
    expect(frame.curves.polynomial.every(Number.isNaN)).toBe(endsAt !== undefined);
  });
});

describe('how far a series goes', () => {
  it.each<[string, number, number | undefined, number | undefined]>([
    ['tanh(x)', 0, Math.PI / 2, Math.PI / 2],
    ['σ(x)', 3, Math.hypot(3, Math.PI), Math.hypot(3, Math.PI)],
    ['1/(1+x²)', 1, Math.SQRT2, Math.SQRT2],
    ['flat(x)', 0, Number.POSITIVE_INFINITY, 0],
    ['flat(x)', -2, 2, 2],
    ['relu(x)', -1, Number.POSITIVE_INFINITY, 1],
    ['x^3 − 2x·e^(−x²) + cosh(x)/3 + 2^x', 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ['1/x', -3, 3, 3],
    ['√x', 2, 2, 2],
    ['2/x', 1, undefined, undefined],
    ['x/0', 1, undefined, undefined],
    ['0^x', 1, undefined, undefined],
    ['x^(1/2)', 1, undefined, undefined],
    ['sin(1/x)', 1, undefined, undefined],
  ])('%s at %d: radius %d, right up to %d', (text, at, radius, holds) => {
    const reach = reachOf(text, at);
    expect([reach?.radius, reach?.holds]).toEqual([radius, holds]);
  });

  it.each(KNOWN.filter(({ text }) => reachOf(text, 0.5)!.why === 'complex').map(({ text }) => text))(
    'of %s: coefficients grow like 1/radius',
    (text) => {
      const { expansion, reach } = shown({ text, at: 0.5 });
      // The root test; a pair of singularities makes single coefficients small.
      const roots = expansion.coefficients.map((c, n) => Math.abs(c) ** (1 / n)).slice(-6);
      expect(Math.max(...roots) * reach!.radius).toBeGreaterThan(0.8);
      expect(Math.max(...roots) * reach!.radius).toBeLessThan(1.25);
    },
  );

  it('knows an offered function however it is typed', () => {
    expect(knownBy('1/(x^2+1)')).toBeUndefined();
    expect(knownBy('1 / (1+x²)')?.label).toBe('1/(1 + x²)');
    expect(knownBy('sigmoid(x)')?.label).toBe('σ(x)');
  });
});
