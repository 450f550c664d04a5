/**
 * Arithmetic of truncated Taylor series of numbers: v(ε) = v_0 + v_1 ε + … as the list of its coefficients. The
 * recurrences of Griewank & Walther 2008, ch. 13 (tables 13.1 and 13.2), in normalised coefficients v_k = v⁽ᵏ⁾/k!.
 */
import * as math from '../math.ts';
import { range } from './table.ts';

export type Series = readonly number[];

/** Σ_{j=from…to} a_j b_{k−j}. */
const convolution = (a: Series, b: Series, from: number, to: number, k: number): number => {
  let sum = 0;
  for (let j = from; j <= to; j++) sum += a[j]! * b[k - j]!;
  return sum;
};
const times = (a: Series, b: Series): Series => a.map((_, k) => convolution(a, b, 0, k, k));
export const constant = (value: number, { length }: Series): Series => range(length).map((k) => (k === 0 ? value : 0));

/** v_k found from the coefficients before it. */
function solve(value: number, { length }: Series, next: (v: Series, k: number) => number): Series {
  const v = [value];
  for (let k = 1; k < length; k++) v.push(next(v, k));
  return v;
}

/** v′ = w x′: v_k = (1/k) Σ_{j=1…k} j x_j w_{k−j}, where w may depend on the coefficients of v below k. */
function integrate(x: Series, value: number, slope: (v: Series, k: number) => number): Series {
  const w: number[] = [];
  return solve(value, x, (v, k) => {
    w.push(slope(v, k - 1));
    return weighted(x, w, k) / k;
  });
}

/** Σ_{j=1…k} j x_j w_{k−j}: coefficient k − 1 of w x′. */
function weighted(x: Series, w: Series, k: number): number {
  let sum = 0;
  for (let j = 1; j <= k; j++) sum += j * x[j]! * w[k - j]!;
  return sum;
}

/** A slope that is known beforehand. */
const given =
  (w: Series) =>
  (_: Series, k: number): number =>
    w[k]!;

export const exp = (x: Series, value = math.exp(x[0]!)): Series => integrate(x, value, (v, k) => v[k]!);

export const div = (a: Series, b: Series, value = a[0]! / b[0]!): Series =>
  solve(value, a, (v, k) => (a[k]! - convolution(b, v, 1, k, k)) / b[0]!);

/** v′ = x′/x. */
export const log = (x: Series, value = math.log(x[0]!)): Series => integrate(x, value, given(div(constant(1, x), x)));

export const square = (x: Series): Series => times(x, x);

/** v² = x. */
export const sqrt = (x: Series, value: number): Series =>
  solve(value, x, (v, k) => (x[k]! - convolution(v, v, 1, k - 1, k)) / (2 * value));

/** a^b: a constant exponent has a recurrence of its own, a v′ = b v a′, which loses no digits. */
export const power = (a: Series, b: Series, value: number): Series =>
  b.slice(1).some((b_k) => b_k !== 0)
    ? exp(times(b, log(a)), value)
    : solve(value, a, (v, k) => {
        let sum = 0;
        for (let j = 1; j <= k; j++) sum += (j * b[0]! - (k - j)) * a[j]! * v[k - j]!;
        return sum / (k * a[0]!);
      });

/** v′ = (1 − v²) x′. */
export const tanh = (x: Series, value: number): Series =>
  integrate(x, value, (v, k) => (k === 0 ? 1 : 0) - convolution(v, v, 0, k, k));

/** v′ = (v − v²) x′. */
export const sigmoid = (x: Series, value = math.sigmoid(x[0]!)): Series =>
  integrate(x, value, (v, k) => v[k]! - convolution(v, v, 0, k, k));

/** v′ = e^{−x²/2}/√(2π) x′. */
export const normalCdf = (x: Series, value: number): Series => {
  const scale = 1 / Math.sqrt(2 * Math.PI);
  return integrate(x, value, given(exp(square(x).map((each) => -each / 2)).map((each) => scale * each)));
};

/** v′ = σ(x) x′. */
export const softplus = (x: Series, value: number): Series => integrate(x, value, given(sigmoid(x)));

/** s′ = c x′ and c′ = −s x′, found together. */
function sinCos(x: Series): { readonly s: Series; readonly c: Series } {
  const c = [math.cos(x[0]!)];
  const s = integrate(x, math.sin(x[0]!), (v, k) => {
    if (k > 0) c.push(-weighted(x, v, k) / k);
    return c[k]!;
  });
  return { s, c: integrate(x, c[0]!, (_, k) => -s[k]!) };
}
export const sin = (x: Series): Series => sinCos(x).s;
export const cos = (x: Series): Series => sinCos(x).c;

/**
 * e^(−1/x²) and 0 at 0. Every derivative is a polynomial in 1/x times e^(−1/x²), which tends to 0 at 0: there all
 * coefficients are 0, along any curve (Cauchy 1822). Where the value underflows (|x| < .0367) they count as 0 too: the
 * first twenty are below 1e-240.
 */
export const flat = (x: Series, value: number): Series =>
  value === 0 ? constant(0, x) : exp(div(constant(-1, x), square(x)), value);
