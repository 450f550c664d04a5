import { describe, expect, it } from 'vitest';
import { dominantFrequency, spectrum } from '../signal/spectrum.ts';
import { slice } from '../tensor.ts';
import { examples, toneSamples, tones } from './index.ts';

describe('tones', () => {
  it('can be read off every frame, even at the largest noise, so that the floor is 0', () => {
    for (const [index, { inputs, text, labels }] of examples(tones, 1, 60, { T: 6, noise: 0.24 }).entries()) {
      const samples = toneSamples(1, { T: 6, noise: 0.24 }, index);
      const heard = Array.from({ length: 6 }, (_, t) => {
        const frame = samples.subarray(32 * t, 32 * t + 32);
        expect(Array.from(slice(inputs, t).data)).toEqual(spectrum(frame).amplitudes);
        return dominantFrequency(frame, 8000);
      });
      expect(`${heard.join(' ')} Hz`).toBe(text);
      expect(labels!.at(-1)).toBe(heard.indexOf(2000) < heard.indexOf(1000) ? 1 : 0);
    }
  });

  it('hold the high and the low one once each, never last', () => {
    for (const { text } of examples(tones, 2, 100)) {
      const heard = text!.split(' ').slice(0, -1).map(Number);
      expect(heard.filter((f) => f === 1000)).toHaveLength(1);
      expect(heard.filter((f) => f === 2000)).toHaveLength(1);
      expect([1000, 2000]).not.toContain(heard.at(-1));
    }
  });

  it('come in both orders equally often', () => {
    const n = 2000;
    const high = examples(tones, 3, n, { T: 3 }).filter(({ labels }) => labels!.at(-1) === 1).length;
    expect(Math.abs(high / n - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / n));
  });

  it('have samples between −1 − noise and 1 + noise', () => {
    expect(Math.max(...toneSamples(4, { noise: 0.1 }).map(Math.abs))).toBeLessThanOrEqual(1.1);
    expect(toneSamples(4, { T: 5 })).toHaveLength(160);
    expect(() => toneSamples(4, { T: 1 })).toThrow('tones: T is an integer from 3 to 100; got 1.');
  });
});
