import { describe, expect, it } from 'vitest';
import {
  add,
  convergesAt,
  cos,
  div,
  exp,
  flatAtZero,
  functionAt,
  log,
  mul,
  polynomialAt,
  remainderAt,
  remainderOrder,
  remainderSlope,
  sin,
  spread,
  square,
  tanh,
  taylor,
  type Var,
} from './index.ts';

const witch = (x: Var) => div(1, add(1, square(x)));

describe('taylor', () => {
  it('has 21 coefficients', () => {
    expect(taylor((x) => exp(x), 0).coefficients).toHaveLength(21);
    expect(taylor((x) => exp(x), 0, { order: 3 }).coefficients).toHaveLength(4);
  });

  it('of a constant, of x itself, of a polynomial', () => {
    expect(taylor(() => 7, 2, { order: 2 }).coefficients).toEqual([7, 0, 0]);
    expect(taylor((x) => x, 2, { order: 2 }).coefficients).toEqual([2, 1, 0]);
    // 1 + 2x + 3x² around 1 is 6 + 8u + 3u².
    const p = taylor((x) => add(1, mul(2, x), mul(3, square(x))), 1, { order: 4 });
    expect(p.coefficients).toEqual([6, 8, 3, 0, 0]);
  });
});

describe('the polynomial', () => {
  it('of degree 2 of e^0.5 is 1.625', () => {
    expect(
      polynomialAt(
        taylor((x) => exp(x), 0),
        0.5,
        2,
      ),
    ).toBe(1.625);
  });

  it('around any point meets the function', () => {
    const f = taylor((x) => tanh(x), 0.7);
    expect(functionAt(f, 0.7)).toBe(polynomialAt(f, 0.7));
    expect(Math.abs(remainderAt(f, 0.9))).toBeLessThan(1e-13);
  });

  it('does not come closer outside of the radius of convergence', () => {
    const f = taylor(witch, 0, { radius: 1 });
    const errors = (x: number) => [4, 8, 16].map((degree) => Math.abs(remainderAt(f, x, degree)));
    const [a, b, c] = errors(0.5) as [number, number, number];
    expect(a > b && b > c).toBe(true);
    const [d, e, g] = errors(1.5) as [number, number, number];
    expect(d < e && e < g).toBe(true);
    expect([convergesAt(f, -0.9), convergesAt(f, 1.1), convergesAt(f, 1)]).toEqual([true, false, undefined]);
    expect(
      convergesAt(
        taylor((x) => exp(x), 0),
        9,
      ),
    ).toBeUndefined();
  });
});

describe('the remainder', () => {
  it.each<[string, (x: Var) => Var, number, number, number]>([
    ['exp at 0, degree 2', exp, 0, 2, 3],
    ['sin at 0, degree 1: x² is missing', sin, 0, 1, 3],
    ['sin at 0, degree 4', sin, 0, 4, 5],
    ['cos at π/2, degree 1, where 0 is a rounding error', cos, Math.PI / 2, 1, 3],
    ['1/(1 + x²) at 0, degree 5', witch, 0, 5, 6],
    ['log at 1, degree 6', log, 1, 6, 7],
    ['tanh at 0.3, degree 3', tanh, 0.3, 3, 4],
    ['tanh at 0, degree 8', tanh, 0, 8, 9],
  ])('of %s has the order of the next coefficient, and that slope', (_, f, at, degree, order) => {
    const expansion = taylor(f, at, { radius: 1 });
    expect(remainderOrder(expansion, degree)).toBe(order);
    const { slope, points } = remainderSlope(expansion, degree);
    expect(slope).toBeGreaterThan(order - 0.1);
    expect(slope).toBeLessThan(order + 0.1);
    expect(points.length).toBeGreaterThan(4);
  });

  it('of a polynomial is 0, and has no order', () => {
    const cubic = taylor((x) => mul(x, square(x)), 0);
    expect(remainderOrder(cubic, 2)).toBe(3);
    expect(remainderOrder(cubic, 3)).toBeUndefined();
    expect(remainderSlope(cubic, 3).slope).toBeNaN();
  });

  it('of e^(−1/x²) at 0 is the whole function: no degree is of any use, and the slope has no end', () => {
    const f = taylor(flatAtZero, 0);
    expect(f.coefficients).toEqual(Array(21).fill(0));
    expect(remainderOrder(f, 0)).toBeUndefined();
    expect(remainderAt(f, 0.5)).toBe(Math.exp(-4));
    expect(remainderSlope(f, 20).slope).toBeGreaterThan(100);
  });
});

it('refuses what is no function of one number to one number', () => {
  expect(() => taylor((x) => spread(x, [2]), 1, { order: 2 })).toThrow('y is no scalar, but [2]');
});

it('leaves remainders out that are mostly rounding', () => {
  const { points } = remainderSlope(taylor(sin, 0.5), 3);
  expect(points.length).toBeGreaterThan(10);
  for (const { size } of points) expect(size).toBeGreaterThan(1e-12);
});
