import { describe, expect, it } from 'vitest';
import { drawFor } from './define.ts';
import { autocovariance, gaussianBounds, gaussianSeries } from './gaussian.ts';
import { examples, seasonal, sines } from './index.ts';
import { measure } from './testing.ts';

const SERIES = {
  waves: [
    { omega: 0.9, scale: 1.5 },
    { omega: 0.2, scale: 0.5 },
  ],
  noise: 0.4,
};

describe('gaussianSeries', () => {
  it('has the autocovariance that it says', () => {
    const r = autocovariance(SERIES);
    const n = 4000;
    const all = Array.from({ length: n }, (_, k) => gaussianSeries(SERIES, 6, drawFor('test', 1, k)));
    for (const lag of [0, 1, 2, 5]) {
      const products = all.map((x) => x[0]! * x[lag]!);
      const mean = products.reduce((sum, v) => sum + v, 0) / n;
      const spread = Math.sqrt(products.reduce((sum, v) => sum + (v - mean) ** 2, 0) / n / n);
      expect(Math.abs(mean - r(lag))).toBeLessThan(5 * spread);
    }
  });
});

describe('gaussianBounds', () => {
  it('of pure waves leave nothing after two values each', () => {
    const { floor } = gaussianBounds({ ...SERIES, noise: 0 }, 3);
    const long = gaussianBounds({ ...SERIES, noise: 0 }, 300);
    expect(floor.loss * 3).toBeCloseTo(long.floor.loss * 300, 9);
  });

  it('of noise alone are all its variance', () => {
    const { floor, baseline, others } = gaussianBounds({ waves: [], noise: 2 }, 10);
    expect([floor.loss, baseline.loss, ...others.map(({ loss }) => loss)]).toEqual([4, 4, 4, 8]);
  });

  it('come down towards the variance of the noise, never below', () => {
    const losses = [5, 20, 80].map((T) => gaussianBounds(SERIES, T).floor.loss);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(losses.at(-1)).toBeGreaterThan(0.16);
  });
});

describe('sines', () => {
  it('has the loss of each rule', () => {
    const all = examples(sines, 9, 1500, { noise: 0.2 });
    const bounds = Object.fromEntries(sines.bounds({ noise: 0.2 }).others!.map(({ id, loss }) => [id, loss]));
    const persistence = measure(all, ({ inputs }) => inputs);
    expect(Math.abs(persistence.loss - bounds.persistence!)).toBeLessThan(5 * persistence.error);
    // The best multiple of the last value, fitted.
    const pairs = all.flatMap(({ inputs, targets }) =>
      Array.from(inputs.data, (x, t) => [x, targets.data[t]!] as const),
    );
    const slope = pairs.reduce((sum, [x, y]) => sum + x * y, 0) / pairs.reduce((sum, [x]) => sum + x * x, 0);
    const fitted = measure(all, ({ inputs }) => ({ ...inputs, data: inputs.data.map((x) => slope * x) }));
    expect(Math.abs(fitted.loss - bounds.memoryless!)).toBeLessThan(5 * fitted.error);
  });
});

describe('seasonal', () => {
  it('repeats exactly without noise, and the seasonal naive forecast has the loss it says', () => {
    const { inputs } = seasonal.generate(4, { noise: 0 });
    for (let t = 12; t < 60; t++) expect(inputs.data[t]).toBeCloseTo(inputs.data[t - 12]!, 12);
    const naive = seasonal.bounds().others!.find(({ id }) => id === 'seasonal-naive')!;
    const { loss, error } = measure(examples(seasonal, 4, 1500), ({ inputs }) => ({
      ...inputs,
      data: inputs.data.map((_, t) => inputs.data[t - 11] ?? 0),
    }));
    expect(Math.abs(loss - naive.loss)).toBeLessThan(5 * error);
  });
});
