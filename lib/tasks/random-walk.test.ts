import { describe, expect, it } from 'vitest';
import { directionAccuracy, persistence, rSquared } from '../signal/forecast.ts';
import { walk } from './random-walk.ts';

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

describe('a random walk', () => {
  // Source E96, corrected: R² of persistence has median .992 at n = 1,000 and .996 at 2,000. Here 401 walks of seed 7.
  it.each([
    [1000, 0.992],
    [2000, 0.996],
  ])('of %i steps gives persistence a median R² of %f, whatever it is worth', (n, expected) => {
    const scores = Array.from({ length: 401 }, (_, index) => {
      const x = walk(n, 7, index);
      return rSquared(persistence(x), x.slice(1));
    });
    expect(median(scores)).toBeCloseTo(expected, 3);
    expect(Math.max(...scores)).toBeLessThan(1);
  });

  it('has no direction to be known: persistence names none, and "as it went last" is right half of the time', () => {
    const x = walk(2000, 11);
    const [last, actual] = [x.slice(1, -1), x.slice(2)];
    expect(directionAccuracy(last, last, actual).count).toBe(0);
    const momentum = last.map((value, t) => value + (value - x[t]!));
    const { count, accuracy } = directionAccuracy(last, momentum, actual);
    expect(count).toBe(1998);
    expect(Math.abs(accuracy - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / count));
  });

  it('steps by independent standard normal numbers', () => {
    const x = walk(2000, 5);
    const steps = x.map((value, t) => value - (x[t - 1] ?? 0));
    const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(Math.abs(mean(steps))).toBeLessThan(4 / Math.sqrt(2000));
    expect(Math.abs(mean(steps.map((s) => s * s)) - 1)).toBeLessThan(4 * Math.sqrt(2 / 2000));
    expect(Math.abs(mean(steps.slice(1).map((s, t) => s * steps[t]!)))).toBeLessThan(4 / Math.sqrt(2000));
  });
});
