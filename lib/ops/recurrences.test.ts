import { describe, expect, it } from 'vitest';
import {
  add,
  coefficientsOf,
  cos,
  div,
  exp,
  flatAtZero,
  jets,
  log,
  power,
  sigmoid,
  sin,
  softplus,
  sqrt,
  square,
  tanh,
  trace,
  type Var,
} from '../index.ts';
import { alongLine, derivativesAlong, maxAbs } from '../testing.ts';

const seriesOf = (f: (x: Var) => Var, at: number, order = 20): number[] => {
  const program = trace({ x: { shape: [], kind: 'parameter' } }, ({ x }) => ({ y: f(x!) }));
  return coefficientsOf(program, 'y', jets(program, { x: at }, { seed: { x: 1 }, order }));
};

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** Bernoulli number B_n as an exact fraction, by Akiyama & Tanigawa's table. */
function bernoulli(n: number): readonly [bigint, bigint] {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
  const row: [bigint, bigint][] = [];
  for (let m = 0; m <= n; m++) {
    row[m] = [1n, BigInt(m + 1)];
    for (let j = m; j > 0; j--) {
      const [[p, q], [r, s]] = [row[j - 1]!, row[j]!];
      const [top, bottom] = [BigInt(j) * (p * s - r * q), q * s];
      const common = gcd(top, bottom);
      row[j - 1] = [top / common, bottom / common];
    }
  }
  return row[0]!;
}

/** tanh x = Σ_n 2²ⁿ (2²ⁿ − 1) B_2n x²ⁿ⁻¹/(2n)! (Abramowitz & Stegun 4.5.64). */
function tanhCoefficient(k: number): number {
  if (k % 2 === 0) return 0;
  const [top, bottom] = bernoulli(k + 1);
  const four = 2n ** BigInt(k + 1);
  return Number((four * (four - 1n) * top * 10n ** 30n) / bottom) / 1e30 / factorial(k + 1);
}
const sigmoidCoefficient = (k: number): number => (k === 0 ? 0.5 : tanhCoefficient(k) / 2 ** (k + 1));
const binomial = (a: number, k: number): number => (k === 0 ? 1 : (binomial(a, k - 1) * (a - k + 1)) / k);
const sine = (k: number): number => [0, 1, 0, -1][k % 4]! / factorial(k);

describe('coefficients to order 20 are those of the closed forms', () => {
  it.each<[string, (x: Var) => Var, number, (k: number) => number]>([
    ['exp at 0', exp, 0, (k) => 1 / factorial(k)],
    ['exp at 1', exp, 1, (k) => Math.E / factorial(k)],
    ['sin at 0', sin, 0, sine],
    ['cos at 0', cos, 0, (k) => sine(k + 1) * (k + 1)],
    ['cos at π/2', cos, Math.PI / 2, (k) => -sine(k)],
    ['1/(1 + x²) at 0', (x) => div(1, add(1, square(x))), 0, (k) => [1, 0, -1, 0][k % 4]!],
    // The imaginary part of 1/(x − i) around 1, where |1 − i| = √2 and its angle is −π/4.
    [
      '1/(1 + x²) at 1',
      (x) => div(1, add(1, square(x))),
      1,
      (k) => ((k % 2 ? -1 : 1) * Math.sin(((k + 1) * Math.PI) / 4)) / Math.SQRT2 ** (k + 1),
    ],
    ['log at 1', log, 1, (k) => (k === 0 ? 0 : (k % 2 ? 1 : -1) / k)],
    ['√x at 1', sqrt, 1, (k) => binomial(0.5, k)],
    ['x^2.5 at 1', (x) => power(x, 2.5), 1, (k) => binomial(2.5, k)],
    ['2^x at 0', (x) => power(2, x), 0, (k) => Math.LN2 ** k / factorial(k)],
    ['tanh at 0', tanh, 0, tanhCoefficient],
    ['σ at 0', sigmoid, 0, sigmoidCoefficient],
    ['softplus at 0', softplus, 0, (k) => (k === 0 ? Math.LN2 : sigmoidCoefficient(k - 1) / k)],
  ])('%s', (_, f, at, expected) => {
    seriesOf(f, at).forEach((c, k) => {
      const near = maxAbs([k - 1, k, k + 1].map((j) => (j < 0 ? 0 : expected(j))));
      expect(Math.abs(c - expected(k)), `x^${k}: ${c}, not ${expected(k)}`).toBeLessThanOrEqual(2e-14 * near);
    });
  });
});

describe('e^(−1/x²)', () => {
  it('has no coefficient at 0, and no infinity on the way when it is differentiated again', () => {
    expect(seriesOf(flatAtZero, 0)).toEqual(Array(21).fill(0));
    const program = alongLine(
      trace({ x: { shape: [], kind: 'data' } }, ({ x }) => ({ L: flatAtZero(x!) })),
      ['x'],
    );
    for (const at of [0, 1e-200, 0.03, -0.03])
      expect(derivativesAlong(program, { 'x at 0': at, 'x d': 1 }, 4)).toEqual([0, 0, 0, 0, 0]);
  });

  it('along x = u² too, which stays at 0 to first order', () => {
    expect(seriesOf((x) => flatAtZero(square(x)), 0)).toEqual(Array(21).fill(0));
  });

  it('elsewhere is exp(−1/x²) as written with other ops', () => {
    const other = seriesOf((x) => exp(div(-1, square(x))), 0.8);
    seriesOf(flatAtZero, 0.8).forEach((c, k) => {
      expect(c).toBeCloseTo(other[k]!, 10);
    });
  });
});
