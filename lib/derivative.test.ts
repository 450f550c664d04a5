import { describe, expect, it } from 'vitest';
import { derivative, differenceOf, math, mul, trace } from './index.ts';

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

  it('does not stop where coarse estimates agree by chance', () => {
    // From step 0.1 on, two estimates that are off by 1e-5 agree to 1e-5, and the next one is worse.
    const slope = 2 * (1 - Math.tanh(0.66) ** 2);
    expect(derivative((x) => math.tanh(2 * x), 0.33).value).toBeCloseTo(slope, 11);
  });

  it('gives the mean slope at a kink', () => {
    expect(derivative((x) => Math.max(0, x), 0).value).toBeCloseTo(0.5, 10);
  });
});

it('differenceOf refuses a value that is not there, and an element that it does not have', () => {
  const program = trace({ x: { shape: [] } }, ({ x }) => ({ L: mul(x!, x!) }));
  expect(differenceOf(program, { x: 3 }, 'x', 0).value).toBeCloseTo(6, 10);
  expect(() => differenceOf(program, { x: 3 }, 'z', 0)).toThrow('no value z in the program');
  expect(() => differenceOf(program, { x: 3 }, 'x', 1)).toThrow('x has 1 elements; there is none at 1');
});
