/**
 * The elementary functions, written out, so that one build, one test run and every browser show the same digits.
 *
 * IEEE 754 fixes every bit of `+ − × ÷ %` and of `Math.sqrt`, `Math.round`, `Math.abs`, `Math.sign`. It does not fix
 * `Math.exp`, `Math.log`, `Math.tanh`, `Math.sin`, `Math.pow` or `**`: engines differ in the last bits, and a recurrent
 * network amplifies a last bit over a few hundred steps into a different picture. So those are not used in `lib`.
 *
 * Every function here works the same way: bring the argument close to 0 (range reduction), then sum the Taylor series
 * in Horner form. Measured against 200-bit arithmetic, errors stay below 1.2 ulp; 1.9 ulp for `tanh` and `sigmoid`.
 *
 * Not here: anything on arrays, float32 or WebAssembly (see kernels/), and derivatives (see ops.ts).
 */

/** √x. Correctly rounded by IEEE 754, hence already the same everywhere; here so that callers need one import. */
export const sqrt: (x: number) => number = Math.sqrt;

/** All powers of two a float64 can hold, from 2^−1074 to 2^1023; doubling is exact. */
const POWERS_OF_TWO = new Float64Array(2098);
for (let i = 0, power = Number.MIN_VALUE; i < POWERS_OF_TWO.length; i++, power *= 2) POWERS_OF_TWO[i] = power;

/** 2^k for an integer k, exact; 0 below 2^−1074, Infinity above 2^1023, NaN if k is not an integer. */
export function pow2(k: number): number {
  if (k < -1074) return 0;
  if (k > 1023) return Number.POSITIVE_INFINITY;
  return POWERS_OF_TWO[k + 1074] ?? Number.NaN;
}

/** m·2^k with a single rounding, also where 2^k itself would overflow or underflow by one step. */
function scale(m: number, k: number): number {
  return k < 0 ? (m / 2) * pow2(k + 1) : m * 2 * pow2(k - 1);
}

// ln 2 in two parts: the first 32 bits, and the rest. An exponent k has 11 bits, so k·LN2_HIGH is exact and the leading
// digits of x − k ln 2 cancel without error (Cody & Waite 1980).
const LN2_HIGH = 2977044471 * pow2(-32);
const LN2_LOW = 1.9082149292705877e-10;

// ---------------------------------------------------------------------------------------------- exp, expm1

/**
 * e^x − c for c = 0 or 1. Writes x = k ln 2 + r with |r| ≤ ln(2)/2; then e^x − c = 2^k·((1 − c·2^−k) + r + r²/2! + …).
 * The two large terms are added first and what that rounds away is put back; the first term left out is below 2^−57.
 */
function expMinus(c: 0 | 1, x: number): number {
  const k = Math.round(x * Math.LOG2E);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const start = c === 0 ? 1 : 1 - pow2(-k);
  const sum = start + r;
  const lost = r - (sum - start) + (high - r - low);
  // biome-ignore format: one series, one block
  const series = r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040 + r * (1 / 40320 +
    r * (1 / 362880 + r * (1 / 3628800 + r * (1 / 39916800 + r * (1 / 479001600 + r * (1 / 6227020800))))))))))));
  return scale(sum + (lost + series), k);
}

/** e^x; Infinity above 709.78, 0 below −745.13. */
export function exp(x: number): number {
  if (x > 710) return Number.POSITIVE_INFINITY;
  if (x < -746) return 0;
  return expMinus(0, x);
}

/** e^x − 1 without cancellation near 0; Infinity above 709.78, −0 at −0. */
export function expm1(x: number): number {
  if (x > 710) return Number.POSITIVE_INFINITY;
  if (x < -40) return -1; // e^−40 is below half an ulp of 1
  return x === 0 ? x : expMinus(1, x);
}

// ---------------------------------------------------------------------------------------------- log, log1p

/**
 * What to subtract from f to get log(1 + f), for √½ ≤ 1 + f ≤ √2.
 *
 * With s = f/(2 + f), log(1 + f) = 2 artanh(s) = 2s + 2s³/3 + 2s⁵/5 + …, and |s| < 0.172 makes it short. Since
 * 2s = f − s·f, this is f − s·(f − 2s²/3 − 2s⁴/5 − …): the exact f enters whole, only a small term is rounded.
 */
function fMinusLog1p(f: number): number {
  const s = f / (2 + f);
  const z = s * s;
  // biome-ignore format: one series, one block
  const R = z * (2 / 3 + z * (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + z * (2 / 13 + z * (2 / 15 + z * (2 / 17 +
    z * (2 / 19 + z * (2 / 21 + z * (2 / 23)))))))))));
  return s * (f - R);
}

const view = new DataView(new ArrayBuffer(8));

/** log(x) + c for 0 < x < Infinity and a tiny c. Writes x = 2^k·(1 + f), so that log x = k ln 2 + log(1 + f). */
function logPlus(c: number, x: number): number {
  const shift = x < pow2(-1022) ? 54 : 0; // a subnormal number has no exponent to read until it is scaled up
  const normal = x * pow2(shift);
  view.setFloat64(0, normal);
  let k = (view.getUint16(0) >> 4) - 1023;
  let m = normal * pow2(-k);
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  k -= shift;
  return k * LN2_HIGH - (fMinusLog1p(f) - (k * LN2_LOW + c) - f);
}

/** Natural logarithm; −Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  return x === Number.POSITIVE_INFINITY ? x : logPlus(0, x);
}

/** log(1 + x) without cancellation near 0; −Infinity at −1, NaN below, −0 at −0. */
export function log1p(x: number): number {
  if (x > -0.29 && x < 0.41) return x - fMinusLog1p(x);
  const u = 1 + x;
  if (!(u > 0 && u < Number.POSITIVE_INFINITY)) return log(u);
  return logPlus((x - (u - 1)) / u, u); // x − (u − 1) is what 1 + x rounded away
}

// ---------------------------------------------------------------------------------------------- tanh, sigmoid

/** n/(a + b) for |a| ≥ |b|, with the rounding of the sum put back. */
function divideBySum(n: number, a: number, b: number): number {
  const sum = a + b;
  const quotient = n / sum;
  return quotient - (quotient * (b - (sum - a))) / sum;
}

/** Hyperbolic tangent, t/(t + 2) with t = e^2x − 1. Exactly odd; ±1 for large |x|; −0 at −0. */
export function tanh(x: number): number {
  const a = Math.abs(x);
  const t = expm1(2 * a);
  return Math.sign(x) * (a < 0.55 ? divideBySum(t, 2, t) : 1 - 2 / (t + 2));
}

/** Logistic sigmoid, 1/(1 + e^−x). Exponentiates −|x| only, so nothing overflows and small values keep their digits. */
export function sigmoid(x: number): number {
  const e = exp(-Math.abs(x));
  return x < 0 ? divideBySum(e, 1, e) : 1 / (1 + e);
}

// ---------------------------------------------------------------------------------------------- normalCdf

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** e^(−x²/2)/√(2π). The square of the leading 24 bits of x is exact; what they leave of x² goes into a factor near 1. */
function normalDensity(x: number): number {
  const head = Math.fround(x);
  return INVERSE_SQRT_TWO_PI * exp((-head * head) / 2) * exp(((head - x) * (head + x)) / 2);
}

/**
 * Φ(x), the share of a standard normal distribution below x: near the middle its series x + x³/3 + x⁵/(3·5) + … times the
 * density, in the tails the density over a continued fraction (Laplace), so that small values keep their digits.
 */
export function normalCdf(x: number): number {
  const a = Math.abs(x);
  if (a > 39) return x < 0 ? 0 : 1;
  const density = normalDensity(a);
  if (a < 2) {
    let term = x;
    let sum = x;
    for (let k = 3; k < 60; k += 2) {
      term *= (x * x) / k;
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let fraction = a;
  for (let k = 120; k > 0; k--) fraction = a + k / fraction;
  return x < 0 ? density / fraction : 1 - density / fraction;
}

// ---------------------------------------------------------------------------------------------- sin, cos

// π/2 in three parts of 33, 32 and 53 bits: the number n of quarter turns has 20 bits, so the first two products are exact.
const HALF_PI_HIGH = 6746518852 * pow2(-32);
const HALF_PI_MIDDLE = 2242054355 * pow2(-65);
const HALF_PI_LOW = 2.0222662487959506e-21;
const INVERSE_HALF_PI = 0.6366197723675814;
const LARGEST_REDUCED = 1.6e6; // n < 2^20

/** sin(y + tail) = y − y³/3! + y⁵/5! − … + tail·cos y, for |y| ≤ π/4 and a tail below half an ulp of y. */
function sinSeries(y: number, tail: number): number {
  const z = y * y;
  // biome-ignore format: one series, one block
  const S = -1 / 6 + z * (1 / 120 + z * (-1 / 5040 + z * (1 / 362880 + z * (-1 / 39916800 + z * (1 / 6227020800 +
    z * (-1 / 1307674368000 + z * (1 / 355687428096000)))))));
  return y + (y * z * S + tail * (1 - z / 2));
}

/** cos(y + tail) = 1 − y²/2! + y⁴/4! − … − tail·sin y, for the same y and tail. */
function cosSeries(y: number, tail: number): number {
  const z = y * y;
  // biome-ignore format: one series, one block
  const C = 1 / 24 + z * (-1 / 720 + z * (1 / 40320 + z * (-1 / 3628800 + z * (1 / 479001600 + z * (-1 / 87178291200 +
    z * (1 / 20922789888000))))));
  return 1 - (z / 2 - (z * z * C - y * tail));
}

/** sin(x + quarters·π/2) for x ≥ 0. Writes x = n·π/2 + y; n mod 4 says which series and which sign. */
function sinAfterQuarterTurns(x: number, quarters: number): number {
  const angle = x > LARGEST_REDUCED ? x % (2 * Math.PI) : x;
  const n = Math.round(angle * INVERSE_HALF_PI);
  const a = angle - n * HALF_PI_HIGH;
  const b = n * HALF_PI_MIDDLE;
  const c = a - b;
  const rest = a - c - b - n * HALF_PI_LOW; // what c rounded away, minus the last part of n·π/2
  const y = c + rest;
  const tail = rest - (y - c);
  const turn = (n + quarters) & 3;
  const value = turn & 1 ? cosSeries(y, tail) : sinSeries(y, tail);
  return turn & 2 ? -value : value;
}

/**
 * Sine of x radians. Exactly odd; NaN at ±Infinity.
 *
 * Within 1 ulp for |x| ≤ 1.6e6. Beyond, the exact remainder by the double nearest 2π is taken: the answer then belongs
 * to x·(1 + 4e−17), a number closer to x than the next double, but not to x itself.
 */
export function sin(x: number): number {
  return Math.sign(x) * sinAfterQuarterTurns(Math.abs(x), 0);
}

/** Cosine of x radians. Exactly even; NaN at ±Infinity; range and accuracy as for `sin`. */
export function cos(x: number): number {
  return sinAfterQuarterTurns(Math.abs(x), 1);
}
