/** Features from a Fourier transform: how strong each frequency is, and which is strongest. */
import { sqrt } from '../math.ts';
import { fft } from './fft.ts';

/** Amplitudes by frequency, ⌊n/2⌋ + 1 of each: of n values that come at `rate` values a unit of time. */
export interface Spectrum {
  /** In cycles a unit of time: 0, rate/n, 2·rate/n, … up to rate/2. */
  readonly frequencies: readonly number[];
  /** Of a sine of amplitude A that fits a whole number of times, A at its frequency and 0 elsewhere. */
  readonly amplitudes: readonly number[];
}

/**
 * The amplitudes of the frequencies that n real values can hold, ⌊n/2⌋ + 1 of them. The upper half of the transform
 * mirrors the lower, so it is folded in; the mean (frequency 0) and rate/2 have no mirror image.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * const wave = Float64Array.from({ length: 8 }, (_, t) => 1 + 3 * Math.sin((2 * Math.PI * 2 * t) / 8));
 * signal.spectrum(wave, 8).frequencies // → [0, 1, 2, 3, 4]
 * signal.spectrum(wave, 8).amplitudes.map((a) => Math.round(1e9 * a) / 1e9) // → [1, 0, 3, 0, 0]
 * ```
 *
 * @param rate values per unit of time; by default 1, so that frequencies are per step
 */
export function spectrum(x: ArrayLike<number>, rate = 1): Spectrum {
  const n = x.length;
  const { re, im } = fft(x);
  const bins = Array.from({ length: Math.floor(n / 2) + 1 }, (_, k) => k);
  const images = (k: number): number => (k === 0 || 2 * k === n ? 1 : 2);
  return {
    frequencies: bins.map((k) => (k * rate) / n),
    amplitudes: bins.map((k) => (images(k) * sqrt(re[k]! * re[k]! + im[k]! * im[k]!)) / n),
  };
}

/**
 * The frequency with the largest amplitude, the mean aside; the lower of two that are equal. Its precision is one bin,
 * rate/n.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * const wave = Array.from({ length: 100 }, (_, t) => 5 + Math.sin((2 * Math.PI * t) / 20));
 * signal.dominantFrequency(wave) // → 0.05
 * ```
 *
 * @throws RangeError for fewer than two values
 */
export function dominantFrequency(x: ArrayLike<number>, rate = 1): number {
  if (x.length < 2) throw new RangeError(`A frequency needs at least two values; got ${x.length}.`);
  const { frequencies, amplitudes } = spectrum(x, rate);
  let best = 1;
  for (let k = 2; k < amplitudes.length; k++) if (amplitudes[k]! > amplitudes[best]!) best = k;
  return frequencies[best]!;
}
