import { array, assert, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initializers, linearAlgebra, random, tensor } from './index.ts';

const { identityMatrix, norm, product, singularValues, spectralNorm, spectralRadius } = linearAlgebra;

describe('norm', () => {
  it('is the length', () => {
    expect(norm([3, 4])).toBe(5);
    expect(norm([[1, 1], [1, 1]])).toBe(2); // biome-ignore format: a matrix
    expect(norm([0, 0])).toBe(0);
  });

  it('neither overflows nor underflows', () => {
    expect(norm([3e200, 4e200]) / 5e200).toBeCloseTo(1, 15);
    expect(norm([3e-200, 4e-200]) / 5e-200).toBeCloseTo(1, 15);
    expect(norm([1, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
  });
});

const matrices = integer({ min: 1, max: 6 }).chain((rows) =>
  integer({ min: 1, max: 6 }).chain((columns) =>
    array(array(double({ min: -9, max: 9, noNaN: true }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  ),
);

describe('singular values', () => {
  it('are those of NumPy', () => {
    // numpy.linalg.svd([[4,1,-2,5],[1,2,0,1],[-2,7,3,-2],[2,1,-2,-1]], compute_uv=False)
    const expected = [8.729608220686956, 6.603767076706971, 2.859156811078403, 0.09707234199177597];
    const values = singularValues([
      [4, 1, -2, 5],
      [1, 2, 0, 1],
      [-2, 7, 3, -2],
      [2, 1, -2, -1],
    ]);
    values.forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k]!, 13);
    });
  });

  it('of an orthogonal matrix are all 1', () => {
    const W = { shape: [8, 8], data: initializers.orthogonal()([8, 8], random(3), 'W') };
    for (const value of singularValues(W)) expect(value).toBeCloseTo(1, 14);
  });

  it('are as many as the shorter side, fall, and have squares that add up to the squared norm', () => {
    assert(
      property(matrices, (rows) => {
        const values = singularValues(rows);
        expect(values).toHaveLength(Math.min(rows.length, rows[0]!.length));
        values.forEach((value, k) => {
          expect(value).toBeLessThanOrEqual(values[k - 1] ?? Number.POSITIVE_INFINITY);
        });
        expect(Math.abs(norm(values) - norm(rows))).toBeLessThanOrEqual(1e-13 * norm(rows));
      }),
    );
  });

  it('bound the spectral radius', () => {
    assert(
      property(matrices, (rows) => {
        const square = product(tensor(rows), transposed(rows));
        expect(spectralRadius(square)).toBeLessThanOrEqual(spectralNorm(square) * (1 + 1e-12));
      }),
    );
  });
});

const transposed = (rows: readonly (readonly number[])[]) => tensor(rows[0]!.map((_, j) => rows.map((row) => row[j]!)));

describe('product', () => {
  it('is that of matrices', () => {
    expect(Array.from(product(tensor([[1, 2], [3, 4]]), tensor([[5], [6]])).data)).toEqual([17, 39]); // biome-ignore format: matrices
    const A = tensor([[1, 2, 3]]);
    expect(product(A, identityMatrix(3))).toEqual(A);
  });

  it('says which shapes do not fit', () => {
    expect(() => product(tensor([[1, 2]]), tensor([[1, 2]]))).toThrow('a product of [1, 2] and [1, 2]');
  });
});

it('singular values tell a shear of 1e-9 from none', () => {
  const [large, small] = singularValues([
    [1, 1e-9],
    [0, 1],
  ]);
  expect(large! - 1).toBeCloseTo(5e-10, 14);
  expect(1 - small!).toBeCloseTo(5e-10, 14);
});
