/**
 * The discrete Fourier transform, X_k = Σ_t x_t·e^{−2πi·kt/n}, of any length n, in O(n log n).
 *
 * A power of two is halved again and again (Cooley & Tukey 1965). Any other length is turned into a convolution, which
 * is done with powers of two (Bluestein 1970). On `math.ts`, hence the same bits everywhere; made for a few thousand
 * values, not for speed.
 */
import { cos, sin } from '../math.ts';

/** n complex numbers: real parts and imaginary parts. */
export interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

const isComplex = (x: ArrayLike<number> | Complex): x is Complex => 're' in x;

/** 1, −i, −1, i: the quarter turns, exact, which cos and sin of a rounded angle are not. */
const QUARTERS = [
  [1, 0],
  [0, -1],
  [-1, 0],
  [0, 1],
] as const;

/** e^{−2πi·k/n} for k = 0 … n − 1. */
function roots(n: number): Complex {
  const w = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let k = 0; k < n; k++) {
    const angle = (2 * Math.PI * k) / n;
    const [re, im] = (4 * k) % n === 0 ? QUARTERS[(4 * k) / n]! : [cos(angle), -sin(angle)];
    w.re[k] = re;
    w.im[k] = im;
  }
  return w;
}

const times = (a: Complex, b: Complex): Complex => ({
  re: a.re.map((re, k) => re * b.re[k]! - a.im[k]! * b.im[k]!),
  im: a.re.map((re, k) => re * b.im[k]! + a.im[k]! * b.re[k]!),
});

const conjugate = ({ re, im }: Complex): Complex => ({ re: re.slice(), im: im.map((v) => -v) });

/** For n a power of two: the halves with even and odd t, then X_k = E_k + w^k·O_k and X_{k+n/2} = E_k − w^k·O_k. */
function radix2({ re, im }: Complex, w: Complex): Complex {
  const n = re.length;
  if (n === 1) return { re, im };
  const pick = (v: Float64Array, first: number) => Float64Array.from({ length: n / 2 }, (_, k) => v[2 * k + first]!);
  const halfW = { re: pick(w.re, 0), im: pick(w.im, 0) };
  const E = radix2({ re: pick(re, 0), im: pick(im, 0) }, halfW);
  const O = radix2({ re: pick(re, 1), im: pick(im, 1) }, halfW);
  const X = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let k = 0; k < n / 2; k++) {
    const re_k = w.re[k]! * O.re[k]! - w.im[k]! * O.im[k]!;
    const im_k = w.re[k]! * O.im[k]! + w.im[k]! * O.re[k]!;
    X.re[k] = E.re[k]! + re_k;
    X.im[k] = E.im[k]! + im_k;
    X.re[k + n / 2] = E.re[k]! - re_k;
    X.im[k + n / 2] = E.im[k]! - im_k;
  }
  return X;
}

function padded({ re, im }: Complex, length: number): Complex {
  const [a, b] = [new Float64Array(length), new Float64Array(length)];
  a.set(re);
  b.set(im);
  return { re: a, im: b };
}

/**
 * For any n: with kt = (k² + t² − (k − t)²)/2, X_k = c_k·Σ_t (x_t·c_t)·c̄_{k−t} where c_k = e^{−πi·k²/n}. The sum is a
 * convolution.
 */
function bluestein(x: Complex): Complex {
  const n = x.re.length;
  const turns = roots(2 * n);
  const square = (_: unknown, k: number) => (k * k) % (2 * n); // k² turns of π/n; whole turns dropped while still exact
  const c = {
    re: Float64Array.from({ length: n }, square).map((k) => turns.re[k]!),
    im: Float64Array.from({ length: n }, square).map((k) => turns.im[k]!),
  };
  let m = 1;
  while (m < 2 * n - 1) m *= 2;
  const kernel = padded(conjugate(c), m);
  for (let k = 1; k < n; k++) {
    kernel.re[m - k] = kernel.re[k]!;
    kernel.im[m - k] = kernel.im[k]!;
  }
  const w = roots(m);
  const product = times(radix2(padded(times(x, c), m), w), radix2(kernel, w));
  const sum = conjugate(radix2(conjugate(product), w));
  const X = times({ re: sum.re.slice(0, n), im: sum.im.slice(0, n) }, c);
  return { re: X.re.map((v) => v / m), im: X.im.map((v) => v / m) };
}

/**
 * The transform of real or complex numbers.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.fft([1, 0, -1, 0]) // → { re: [0, 2, 0, 2], im: [0, 0, 0, 0] }
 * signal.fft([1, 2, 3, 4]).re // → [10, -2, -2, -2]
 * ```
 *
 * @throws RangeError for an empty series
 */
export function fft(x: ArrayLike<number> | Complex): Complex {
  const values = isComplex(x) ? x : { re: Float64Array.from(x), im: new Float64Array(x.length) };
  const n = values.re.length;
  if (n === 0) throw new RangeError('A Fourier transform needs at least one value.');
  return (n & (n - 1)) === 0 ? radix2(values, roots(n)) : bluestein(values);
}

/** x_t = (1/n)·Σ_k X_k·e^{2πi·kt/n}: undoes `fft`. */
export function inverseFft(X: Complex): Complex {
  const n = X.re.length;
  const { re, im } = fft(conjugate(X));
  return { re: re.map((v) => v / n), im: im.map((v) => -v / n) };
}
