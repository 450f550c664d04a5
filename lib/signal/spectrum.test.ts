import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominantFrequency, spectrum } from './spectrum.ts';

const wave = (n: number, k: number, amplitude: number, phase: number, level = 0) =>
  Array.from({ length: n }, (_, t) => level + amplitude * Math.sin((2 * Math.PI * k * t) / n + phase));

describe('spectrum', () => {
  it('shows a sine of amplitude A as A at its frequency, whatever its phase, and 0 elsewhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 1, max: 29 }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (n, k, phase) => {
          fc.pre(2 * k < n);
          spectrum(wave(n, k, 3, phase, 2)).amplitudes.forEach((amplitude, bin) => {
            expect(amplitude).toBeCloseTo(bin === 0 ? 2 : bin === k ? 3 : 0, 9);
          });
        },
      ),
    );
  });

  it('counts the frequency of half the rate once', () => {
    expect(spectrum([1, -1, 1, -1], 2)).toEqual({ frequencies: [0, 0.5, 1], amplitudes: [0, 0, 1] });
  });

  it('has ⌊n/2⌋ + 1 frequencies, up to half the rate', () => {
    expect(spectrum([1, 2, 3, 4, 5], 10).frequencies).toEqual([0, 2, 4]);
    expect(spectrum([7]).amplitudes).toEqual([7]);
  });
});

describe('dominantFrequency', () => {
  it('ignores the mean and a weaker wave', () => {
    const x = wave(80, 4, 1, 0.3, 50).map((v, t) => v + 0.6 * Math.cos((2 * Math.PI * 20 * t) / 80));
    expect(dominantFrequency(x, 8)).toBe(0.4);
  });

  it('needs two values', () => {
    expect(() => dominantFrequency([1])).toThrow('A frequency needs at least two values; got 1.');
  });
});
