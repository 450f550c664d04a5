import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Complex, fft, inverseFft } from './fft.ts';

const numbers = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 70 });
const largest = (x: Float64Array) => x.reduce((max, v) => Math.max(max, Math.abs(v)), 0);

/** The definition, term by term. */
function dft(x: readonly number[]): Complex {
  const n = x.length;
  const sum = (k: number, f: (angle: number) => number) =>
    x.reduce((total, value, t) => total + value * f((-2 * Math.PI * ((k * t) % n)) / n), 0);
  return {
    re: Float64Array.from(x, (_, k) => sum(k, Math.cos)),
    im: Float64Array.from(x, (_, k) => sum(k, Math.sin)),
  };
}

const expectClose = (a: Complex, b: Complex, tolerance: number) => {
  expect(largest(a.re.map((v, k) => v - b.re[k]!))).toBeLessThan(tolerance);
  expect(largest(a.im.map((v, k) => v - b.im[k]!))).toBeLessThan(tolerance);
};

describe('fft', () => {
  it.each(Array.from({ length: 40 }, (_, k) => k + 1).concat(97, 100, 128, 250))(
    'is the sum that defines it, n = %i',
    (n) => {
      const x = Array.from({ length: n }, (_, t) => ((t * 37) % 11) - 4 + t / 7);
      expectClose(fft(x), dft(x), 1e-10 * n);
    },
  );

  it('is undone by inverseFft', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const n = Math.min(a.length, b.length);
        const x = { re: Float64Array.from(a.slice(0, n)), im: Float64Array.from(b.slice(0, n)) };
        expectClose(inverseFft(fft(x)), x, 1e-11);
      }),
    );
  });

  it('keeps the sum of squares, n times (Parseval)', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const { re, im } = fft(x);
        const before = x.reduce((sum, v) => sum + v * v, 0) * x.length;
        const after = re.reduce((sum, v, k) => sum + v * v + im[k]! * im[k]!, 0);
        expect(Math.abs(after - before)).toBeLessThanOrEqual(1e-11 * (1 + before));
      }),
    );
  });

  it('is linear', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: -3, max: 3, noNaN: true }), (x, factor) => {
        const y = x.map((_, t) => x[x.length - 1 - t]! - t);
        const [X, Y] = [fft(x), fft(y)];
        const both = {
          re: X.re.map((v, k) => factor * v + Y.re[k]!),
          im: X.im.map((v, k) => factor * v + Y.im[k]!),
        };
        expectClose(fft(x.map((v, t) => factor * v + y[t]!)), both, 1e-8);
      }),
    );
  });

  it('of real values mirrors: X_{n−k} is the conjugate of X_k', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const { re, im } = fft(x);
        const mirror = { re: re.map((_, k) => re.at(-k)!), im: im.map((_, k) => -im.at(-k)!) };
        expectClose({ re, im }, mirror, 1e-10 * x.length);
      }),
    );
  });

  it('refuses nothing at all', () => {
    expect(() => fft([])).toThrow('A Fourier transform needs at least one value.');
  });
});
