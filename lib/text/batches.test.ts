import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batches, batchesByLength, paddingOf } from './batches.ts';

const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 60 });
const size = fc.integer({ min: 1, max: 20 });
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const sorted = (parts: number[][]) => parts.flat().sort((a, b) => a - b);

describe('batches', () => {
  it('of 32 from 80 examples are 3, in 50 epochs 150', () => {
    expect(batches(80, 32, 0).map((batch) => batch.length)).toEqual([32, 32, 16]);
    expect(upTo(50).reduce((sum, epoch) => sum + batches(80, 32, 0, epoch).length, 0)).toBe(150);
  });

  it('hold each example once, in another order each epoch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), size, (n, width) => {
        expect(sorted(batches(n, width, 3))).toEqual(upTo(n));
        expect(batches(n, width, 3)).toHaveLength(Math.ceil(n / width));
      }),
    );
    expect(batches(30, 4, 3, 1)).not.toEqual(batches(30, 4, 3, 0));
    expect(batches(30, 4, 3, 1)).toEqual(batches(30, 4, 3, 1));
    expect(() => batches(3, 0, 1)).toThrow('A batch has an integer size of at least 1; got 0.');
  });
});

describe('batchesByLength', () => {
  it('hold each example once and need no more padding than batches in any other order', () => {
    fc.assert(
      fc.property(lengths, size, fc.integer({ min: 0, max: 99 }), (of, width, seed) => {
        const parts = batchesByLength(of, width, seed);
        expect(sorted(parts)).toEqual(upTo(of.length));
        // Sorting is only best for full batches, so compare where all are full.
        if (of.length % width === 0) {
          expect(paddingOf(parts, of)).toBeLessThanOrEqual(paddingOf(batches(of.length, width, seed), of));
        }
      }),
    );
  });

  it('come in random order, and equals meet in another order each epoch', () => {
    const of = upTo(40).map((i) => 1 + (i % 4));
    const firsts = upTo(8).map((epoch) => of[batchesByLength(of, 10, 1, epoch)[0]![0]!]);
    expect(new Set(firsts).size).toBeGreaterThan(1);
    expect(batchesByLength(of, 5, 1, 0)).not.toEqual(batchesByLength(of, 5, 1, 1));
    expect(paddingOf(batchesByLength(of, 10, 1), of)).toBe(0);
  });
});
