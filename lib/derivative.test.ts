import { describe, expect, it } from 'vitest';
import { derivative, math } from './index.ts';

describe('derivative', () => {
  it.each([
    ['exp at 1', math.exp, 1, Math.E],
    ['tanh at 0.5', math.tanh, 0.5, 1 - Math.tanh(0.5) ** 2],
    ['x³ at −2', (x: number) => x * x * x, -2, 12],
  ])('%s', (_, f, x, expected) => {
    const { value, error } = derivative(f, x);
    expect(Math.abs(value - expected)).toBeLessThan(1e-10 * Math.abs(expected));
    expect(error).toBeLessThan(1e-8);
  });

  it('gives the mean slope at a kink', () => {
    expect(derivative((x) => Math.max(0, x), 0).value).toBeCloseTo(0.5, 10);
  });
});
