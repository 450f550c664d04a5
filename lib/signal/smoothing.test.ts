import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { network, output, rnnIdentity, run } from '../index.ts';
import { exponentialAverage, medianFilter, movingAverage } from './smoothing.ts';

const numbers = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('movingAverage', () => {
  it('of [1, 2, 6, 3, 4] over 3 is 3, 11/3, 13/3', () => {
    expect(movingAverage([1, 2, 6, 3, 4], 3)).toEqual([3, 11 / 3, 13 / 3]);
  });

  it('has n − width + 1 values, each between the smallest and the largest', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 40 }), (x, width) => {
        const smooth = movingAverage(x, width);
        expect(smooth).toHaveLength(Math.max(0, x.length - width + 1));
        for (const value of smooth) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...x) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...x) + 1e-9);
        }
      }),
    );
  });

  it('over 1 changes nothing; a width below 1 is refused', () => {
    expect(movingAverage([3, 1, 2], 1)).toEqual([3, 1, 2]);
    expect(() => movingAverage([1], 0)).toThrow('A width is an integer of at least 1; got 0.');
  });
});

describe('exponentialAverage', () => {
  it('is a linear recurrent network with one unit, bit for bit', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (x, alpha, start) => {
          const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T: x.length, loss: 'mse' });
          const values = run(program, {
            W_hh: [[1 - alpha]],
            W_xh: [[alpha]],
            b_h: [0],
            W_hy: [[1]],
            b_y: [0],
            h_0: [start],
            x: x.map((value) => [value]),
            target: x.map(() => [0]),
          });
          // Adding b_h = 0 turns −0 into 0; nothing else may differ.
          const h = Array.from(output(program, values, 'h').data);
          expect(exponentialAverage(x, alpha, start).map((value) => value + 0)).toEqual(h);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('weighs what it saw k steps ago by α(1 − α)^k', () => {
    const [alpha, T] = [0.3, 12];
    for (let k = 0; k < T; k++) {
      const impulse = Array.from({ length: T }, (_, t) => (t === T - 1 - k ? 1 : 0));
      expect(exponentialAverage(impulse, alpha, 0).at(-1)).toBeCloseTo(alpha * 0.7 ** k, 14);
    }
  });

  it('of a constant is that constant, from the default start', () => {
    expect(exponentialAverage([4, 4, 4], 0.25)).toEqual([4, 4, 4]);
    expect(exponentialAverage([], 0.25)).toEqual([]);
    expect(() => exponentialAverage([1], 1.5)).toThrow('α lies between 0 and 1; got 1.5.');
  });
});

describe('medianFilter', () => {
  it('removes a spike where the mean smears it, and keeps an edge where the mean slopes', () => {
    expect(medianFilter([1, 1, 10, 1, 1], 3)).toEqual([1, 1, 1, 1, 1]);
    expect(movingAverage([1, 1, 10, 1, 1], 3)).toEqual([4, 4, 4]);
    expect(medianFilter([0, 0, 0, 6, 6, 6], 3)).toEqual([0, 0, 0, 6, 6, 6]);
    expect(movingAverage([0, 0, 0, 6, 6, 6], 3)).toEqual([0, 2, 4, 6]);
  });

  it('gives as many values as it got, all of them from the input, and nothing new the second time on a monotone series', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(1, 3, 5, 7), (x, width) => {
        const smooth = medianFilter(x, width);
        expect(smooth).toHaveLength(x.length);
        expect(smooth.every((value) => x.includes(value))).toBe(true);
        const rising = x.toSorted((a, b) => a - b);
        expect(medianFilter(rising, width)).toEqual(rising);
        expect(medianFilter(rising.toReversed(), width)).toEqual(rising.toReversed());
      }),
    );
  });

  it('has no middle where a number is NaN', () => {
    expect(medianFilter([5, 4, Number.NaN, 2, 1, 0], 3)).toEqual([5, Number.NaN, Number.NaN, Number.NaN, 1, 0]);
  });

  it('refuses an even width', () => {
    expect(() => medianFilter([1, 2], 2)).toThrow('The middle of a window needs an odd width; got 2.');
  });
});
