import { describe, expect, it } from 'vitest';
import { linearPredictions } from './prediction.ts';

describe('linearPredictions', () => {
  it('of sin(t + φ): 0.5403 of the last value misses by 0.354, two values predict exactly', () => {
    const [, one, two, three] = linearPredictions((k) => Math.cos(k) / 2, 3);
    expect(one!.weights[0]).toBeCloseTo(Math.cos(1), 14);
    expect(one!.error).toBeCloseTo(Math.sin(1) ** 2 / 2, 14);
    expect(two!.weights[0]).toBeCloseTo(1.0806046117362795, 13);
    expect(two!.weights[1]).toBeCloseTo(-1, 13);
    expect(two!.error).toBe(0);
    expect(three).toEqual({ weights: [...two!.weights, 0], error: 0 });
  });

  it('of an autoregressive series of order 1 uses the last value only', () => {
    // x_t = 0.8 x_{t−1} + ε has r(k) = 0.8^k/(1 − 0.64).
    const predictions = linearPredictions((k) => 0.8 ** k / 0.36, 4);
    expect(predictions[0]!.error).toBeCloseTo(1 / 0.36, 12);
    for (const { weights, error } of predictions.slice(1)) {
      expect(error).toBeCloseTo(1, 12);
      expect(weights[0]).toBeCloseTo(0.8, 12);
      for (const weight of weights.slice(1)) expect(weight).toBeCloseTo(0, 12);
    }
  });

  it('solves the normal equations Σ_j w_j r(i − j) = r(i + 1)', () => {
    const r = (k: number) => Math.cos(0.9 * k) + 0.5 * Math.cos(0.37 * k) + (k === 0 ? 0.2 : 0);
    for (const { weights } of linearPredictions(r, 8)) {
      weights.forEach((_, i) => {
        expect(weights.reduce((sum, w, j) => sum + w * r(Math.abs(i - j)), 0)).toBeCloseTo(r(i + 1), 12);
      });
    }
  });

  it('never gets worse with more of the past', () => {
    const errors = linearPredictions((k) => Math.cos(k) + (k === 0 ? 0.3 : 0), 20).map(({ error }) => error);
    errors.slice(1).forEach((error, k) => {
      expect(error).toBeLessThanOrEqual(errors[k]!);
    });
    expect(errors.at(-1)).toBeGreaterThan(0.3);
  });

  it('refuses a series that does not vary', () => {
    expect(() => linearPredictions(() => 0, 2)).toThrow('a positive variance; got r(0) = 0');
  });
});
