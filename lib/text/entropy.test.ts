import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entropy, runEntropy } from './entropy.ts';

describe('entropy', () => {
  it('of n equal shares is ln n, of one is 0; empty shares do not matter', () => {
    expect(entropy(new Array(10_000).fill(1))).toBeCloseTo(9.2103, 4);
    expect(entropy([5])).toBe(0);
    expect(entropy([3, 0, 3])).toBeCloseTo(Math.LN2, 15);
    expect(entropy([])).toBe(0);
  });

  it('does not depend on the unit of the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (counts) => {
        expect(entropy(counts.map((c) => c / 8))).toBeCloseTo(entropy(counts), 12);
      }),
    );
  });
});

describe('runEntropy', () => {
  it('of runs is that of their counts', () => {
    const text = [...'abracadabra'];
    const pairs = new Map<string, number>();
    text.forEach((letter, t) => {
      const pair = letter + text[(t + 1) % text.length];
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    });
    expect(runEntropy(text, 2)).toBeCloseTo(entropy(pairs.values()), 14);
  });

  it('grows with n, ever more slowly, up to ln of the length', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abc'), { minLength: 1, maxLength: 30 }), (text) => {
        const H = Array.from({ length: 8 }, (_, n) => runEntropy(text, n));
        expect(H[0]).toBe(0);
        H.slice(1).forEach((value, k) => {
          expect(value).toBeGreaterThanOrEqual(H[k]! - 1e-12);
          expect(value).toBeLessThanOrEqual(Math.log(text.length) + 1e-12);
          if (k > 0) expect(value - H[k]!).toBeLessThanOrEqual(H[k]! - H[k - 1]! + 1e-12);
        });
      }),
    );
    expect(() => runEntropy(['a'], -1)).toThrow('Runs have an integer length of at least 0; got -1.');
  });
});
