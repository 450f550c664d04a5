import { describe, expect, it } from 'vitest';
import { mse, ShapeError, trace } from '../index.ts';
import { k2, k2Data, k2Repaired, sine } from './index.ts';

const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('k2 as written', () => {
  const { x, y } = k2Data(1);

  it('has inputs [1000, 10, 1] and targets [1000, 10] that nothing connects', () => {
    expect([x.shape, y.shape]).toEqual([
      [1000, 10, 1],
      [1000, 10],
    ]);
    expect(y.data[5 * 10 + 3]).toBeCloseTo(Math.sin(8), 14);
    const products = x.data.map((value, k) => value * y.data[k]!);
    expect(Math.abs(mean(products))).toBeLessThan(4 * Math.sqrt(0.5 / 10_000));
  });

  it('has a mean square of 0.49997, and 0.49993 in the first 100 rows, which the source tests on', () => {
    const square = (rows: number) => mean(k2Data(1, rows).y.data.map((v) => v * v));
    expect(square(1000)).toBeCloseTo(0.49997, 5);
    expect(square(100)).toBeCloseTo(0.49993, 5);
    for (const rows of [100, 1000]) {
      expect(k2.bounds({ rows }).others![0]!.loss).toBeCloseTo(square(rows), 12);
    }
    expect(k2Data(1, 100).y.data).toEqual(y.data.slice(0, 1000));
  });

  it('has the variance over the rows as floor and baseline: there is nothing to learn', () => {
    const { floor, baseline } = k2.bounds();
    expect(floor.loss).toBe(baseline.loss);
    const steps = Array.from({ length: 10 }, (_, j) => y.data.filter((_, k) => k % 10 === j));
    const variance = steps.reduce((sum, column) => sum + mean(column.map((v) => (v - mean(column)) ** 2)), 0) / 10;
    expect(floor.loss).toBeCloseTo(variance, 12);
  });

  it('compares outputs [10, 1] with targets [10], which the engine refuses', () => {
    const compare = (target: readonly number[]) =>
      trace({ y: { shape: [10, 1], kind: 'data' }, target: { shape: target, kind: 'data' } }, ({ y, target }) => ({
        L: mse(y!, target!),
      }));
    expect(() => compare([10])).toThrow(ShapeError);
    expect(() => compare([10])).toThrow('[10, 1] and [10]');
    expect(() => compare([10, 1])).not.toThrow();
  });
});

describe('k2 repaired', () => {
  const { x, y } = k2Repaired(1, 50);

  it('has the next value of the same sine as target, in the shape of the output', () => {
    expect([x.shape, y.shape]).toEqual([
      [50, 10, 1],
      [50, 10, 1],
    ]);
    for (let i = 0; i < 50; i++) {
      const row = (data: Float64Array) => data.slice(10 * i, 10 * i + 10);
      expect(row(y.data).slice(0, 9)).toEqual(row(x.data).slice(1));
      for (let t = 1; t < 10; t++) {
        expect(row(y.data)[t]).toBeCloseTo(2 * Math.cos(1) * row(x.data)[t]! - row(x.data)[t - 1]!, 13);
      }
    }
  });

  it('has a floor of 0.0354 instead of ½', () => {
    expect(sine.bounds({ T: 10, omega: 1 }).floor.loss).toBeCloseTo(0.0354, 4);
  });
});
