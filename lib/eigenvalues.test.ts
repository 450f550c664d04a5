import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenvalues, modulus, spectralRadius } from './eigenvalues.ts';
import { initializers, random } from './index.ts';

const square = (n: number, value: (i: number, j: number) => number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_each, j) => value(i, j)));

describe('eigenvalues', () => {
  it('are those of NumPy', () => {
    // e = numpy.linalg.eigvals([[4,1,-2,5],[1,2,0,1],[-2,7,3,-2],[2,1,-2,-1]]); e[numpy.argsort(-abs(e))]
    const expected = [
      [6.413686172920734, 0.0],
      [4.581003838339665, 0.0],
      [-2.8002167139405856, 0.0],
      [-0.1944732973198128, 0.0],
    ];
    const values = eigenvalues([
      [4, 1, -2, 5],
      [1, 2, 0, 1],
      [-2, 7, 3, -2],
      [2, 1, -2, -1],
    ]);
    values.forEach(({ re, im }, k) => {
      expect(re).toBeCloseTo(expected[k]![0]!, 12);
      expect(im).toBeCloseTo(expected[k]![1]!, 12);
    });
  });

  it.each([2, 3, 4, 7])('of a cycle of %i are the roots of 1, which the usual shift does not find', (n) => {
    const values = eigenvalues(square(n, (i, j) => ((i + 1) % n === j ? 1 : 0)));
    for (const { re, im } of values) {
      expect(modulus({ re, im })).toBeCloseTo(1, 12);
      expect(Math.cos(n * Math.atan2(im, re))).toBeCloseTo(1, 12);
    }
    const angles = values.map(({ re, im }) => Math.round((Math.atan2(im, re) * n) / (2 * Math.PI) + n) % n);
    expect(new Set(angles).size).toBe(n);
  });

  it('of a triangular matrix stand on its diagonal', () => {
    const values = eigenvalues(square(5, (i, j) => (j < i ? 0 : j === i ? i + 1 : 3)));
    values.forEach(({ re }, k) => {
      expect(re).toBeCloseTo(5 - k, 12);
    });
  });

  it('of [], [2], zeros', () => {
    expect(spectralRadius([[2]])).toBe(2);
    expect(spectralRadius(square(3, () => 0))).toBe(0);
  });

  it('have the trace as their sum and the determinant as their product', () => {
    const matrices = integer({ min: 2, max: 6 }).chain((n) =>
      array(array(integer({ min: -5, max: 5 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
    );
    assert(
      property(matrices, (rows) => {
        const values = eigenvalues(rows);
        const trace = rows.reduce((sum, row, i) => sum + row[i]!, 0);
        expect(values.reduce((sum, { re }) => sum + re, 0)).toBeCloseTo(trace, 10);
        expect(values.reduce((sum, { im }) => sum + im, 0)).toBeCloseTo(0, 10);
        const size = values.reduce((all, value) => all * modulus(value), 1);
        expect(Math.abs(size - Math.abs(determinant(rows)))).toBeLessThanOrEqual(1e-9 * Math.max(1, 15 ** rows.length));
      }),
    );
  });

  it('of an orthogonal matrix lie on the circle', () => {
    const W = { shape: [12, 12], data: initializers.orthogonal(0.9)([12, 12], random(2), 'W') };
    for (const value of eigenvalues(W)) expect(modulus(value)).toBeCloseTo(0.9, 12);
  });

  it('need a square', () => {
    expect(() => eigenvalues([[1, 2]])).toThrow('only square matrices have eigenvalues, not [1, 2]');
  });
});

/** Expansion by the first row. */
function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 0) return 1;
  return rows[0]!.reduce((sum, x, j) => {
    const minor = rows.slice(1).map((row) => row.filter((_, k) => k !== j));
    return sum + (j % 2 ? -x : x) * determinant(minor);
  }, 0);
}
