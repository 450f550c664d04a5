import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chronologicalSplit, randomSplit, type Split } from './split.ts';

const n = fc.integer({ min: 0, max: 300 });
const share = fc.double({ min: 0, max: 0.5, noNaN: true });
const all = ({ train, validation, test }: Split) => [...train, ...validation, ...test];
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe.each([
  ['randomSplit', (count: number, shares: object) => randomSplit(count, 5, shares)],
  ['chronologicalSplit', chronologicalSplit],
])('%s', (_, split) => {
  it('puts each example into exactly one part, of the size asked for', () => {
    fc.assert(
      fc.property(n, share, share, (count, validation, test) => {
        const parts = split(count, { validation, test });
        expect(all(parts).toSorted((a, b) => a - b)).toEqual(upTo(count));
        expect(Math.abs(parts.validation.length - count * validation)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(parts.test.length - count * test)).toBeLessThanOrEqual(1);
        expect(Math.abs(parts.train.length - count * (1 - validation - test))).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });

  it('keeps a tenth each for validation and test if nothing else is said', () => {
    const { train, validation, test } = split(50, {});
    expect([train.length, validation.length, test.length]).toEqual([40, 5, 5]);
  });

  it('refuses shares that are too large', () => {
    expect(() => split(10, { validation: 0.6, test: 0.6 })).toThrow(RangeError);
    expect(() => split(-1, {})).toThrow('There are n examples, an integer of at least 0; got -1.');
  });
});

describe('randomSplit', () => {
  it('is the same for a seed, another for another', () => {
    expect(randomSplit(40, 1)).toEqual(randomSplit(40, 1));
    expect(randomSplit(40, 1)).not.toEqual(randomSplit(40, 2));
  });
});

describe('chronologicalSplit', () => {
  it('trains on the past only', () => {
    fc.assert(
      fc.property(n, share, share, (count, validation, test) => {
        expect(all(chronologicalSplit(count, { validation, test }))).toEqual(upTo(count));
      }),
    );
  });
});
