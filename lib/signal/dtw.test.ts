import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dtw } from './dtw.ts';

const series = (minLength = 1, maxLength = 12) => fc.array(fc.integer({ min: -20, max: 20 }), { minLength, maxLength });

const euclidean = (a: readonly number[], b: readonly number[]) =>
  Math.sqrt(a.reduce((sum, v, t) => sum + (v - b[t]!) ** 2, 0));

/** The least cost by trying every path: an independent definition, for short series. */
function cheapest(a: readonly number[], b: readonly number[]): number {
  const here = (a[0]! - b[0]!) ** 2;
  if (a.length === 1 && b.length === 1) return here;
  const rests: [readonly number[], readonly number[]][] = [];
  if (a.length > 1) rests.push([a.slice(1), b]);
  if (b.length > 1) rests.push([a, b.slice(1)]);
  if (a.length > 1 && b.length > 1) rests.push([a.slice(1), b.slice(1)]);
  return here + Math.min(...rests.map(([x, y]) => cheapest(x, y)));
}

describe('dtw', () => {
  it('of [1, 3, 2] and [1, 2, 2, 4] is √5, by the path that pairs 3 with both 2', () => {
    const { distance, path } = dtw([1, 3, 2], [1, 2, 2, 4]);
    expect(distance).toBe(Math.sqrt(5));
    expect(path).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [2, 3],
    ]);
  });

  it('is the least over all paths', () => {
    fc.assert(
      fc.property(series(1, 5), series(1, 5), (a, b) => {
        expect(dtw(a, b).distance).toBe(Math.sqrt(cheapest(a, b)));
      }),
    );
  });

  it('is symmetric, 0 of a series with itself, and at most the Euclidean distance', () => {
    fc.assert(
      fc.property(
        series().chain((a) => fc.tuple(fc.constant(a), series(a.length, a.length))),
        ([a, b]) => {
          expect(dtw(a, b).distance).toBe(dtw(b, a).distance);
          expect(dtw(a, a).distance).toBe(0);
          expect(dtw(a, b).distance).toBeLessThanOrEqual(euclidean(a, b));
        },
      ),
    );
  });

  it('has a path from first to last that advances by one in a, in b or in both, and costs what it says', () => {
    fc.assert(
      fc.property(series(), series(), (a, b) => {
        const { path, distance } = dtw(a, b);
        expect(path[0]).toEqual([0, 0]);
        expect(path.at(-1)).toEqual([a.length - 1, b.length - 1]);
        path.slice(1).forEach(([i, j], k) => {
          const [di, dj] = [i - path[k]![0], j - path[k]![1]];
          expect([di, dj].every((d) => d === 0 || d === 1) && di + dj > 0).toBe(true);
        });
        expect(Math.sqrt(path.reduce((sum, [i, j]) => sum + (a[i]! - b[j]!) ** 2, 0))).toBe(distance);
      }),
    );
  });

  it('of equally good steps back takes the diagonal, then the one in a', () => {
    expect(dtw([0, 0], [0, 0]).path).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const { path, costs } = dtw([1, 0, 1], [0, 1, 0]);
    expect(costs).toEqual([
      [1, 1, 2],
      [1, 2, 1],
      [2, 1, 2],
    ]);
    expect(path.slice(-2)).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('does not see repetition, however often', () => {
    fc.assert(
      fc.property(series(), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 }), (a, times) => {
        expect(
          dtw(
            a,
            a.flatMap((v, t) => new Array(times[t]!).fill(v) as number[]),
          ).distance,
        ).toBe(0);
      }),
    );
  });

  it('with a band of 0 is the Euclidean distance; a band narrower than the difference in length is refused', () => {
    expect(dtw([1, 5, 2], [2, 2, 4], 0).distance).toBe(euclidean([1, 5, 2], [2, 2, 4]));
    expect(() => dtw([1, 2, 3], [1], 1)).toThrow('Series of 3 and 1 values need a band of at least 2; got 1.');
    expect(() => dtw([1, Number.NaN], [1, 2])).toThrow('Time warping needs finite numbers; got NaN.');
    expect(() => dtw([1, 2], [Number.POSITIVE_INFINITY])).toThrow('got Infinity');
    expect(() => dtw([], [1])).toThrow('at least one value each');
  });
});
