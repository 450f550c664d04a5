import { describe, expect, it } from 'vitest';
import { momentum } from '../index.ts';
import { walk } from './testing.ts';

const gradients = (k: number) => [Math.sin(k), 1, -0.3 * k];

describe('momentum', () => {
  /** v_t = μ v_{t−1} − η g_t, w_t = w_{t−1} + v_t. */
  function classical(rates: readonly number[], mu: number) {
    const w = [0, 0, 0];
    const v = [0, 0, 0];
    return rates.map((eta, k) => {
      gradients(k).forEach((g, i) => {
        v[i] = mu * v[i]! - eta * g;
        w[i] = w[i]! + v[i]!;
      });
      return [...w];
    });
  }
  const ours = (rates: readonly number[]) =>
    walk(
      momentum,
      [0, 0, 0],
      (_, k) => gradients(k),
      rates.length,
      (k) => ({ η: rates[k]!, μ: 0.9 }),
    );

  it('is the classical form while η stays', () => {
    const rates = new Array<number>(12).fill(0.1);
    const expected = classical(rates, 0.9).flat();
    ours(rates)
      .flat()
      .forEach((w, k) => {
        expect(w).toBeCloseTo(expected[k]!, 12);
      });
  });

  it('differs from it once η changes: here a smaller η slows at once what is under way', () => {
    const rates = [0.1, 0.1, 0.1, 0.001, 0.001];
    const [last, before] = [ours(rates).at(-1)!, classical(rates, 0.9).at(-1)!];
    expect(Math.abs(last[1]!)).toBeLessThan(Math.abs(before[1]!) - 0.2);
  });

  it('moves by η/(1 − μ) a step in the end, when the gradient is 1', () => {
    const path = walk(
      momentum,
      0,
      () => 1,
      300,
      () => ({ η: 0.01, μ: 0.9 }),
    ).flat();
    expect(path.at(-2)! - path.at(-1)!).toBeCloseTo(0.1, 12);
  });
});
