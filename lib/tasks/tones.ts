import { sin } from '../math.ts';
import { spectrum } from '../signal/spectrum.ts';
import { type Draw, defineTask, drawFor, settle } from './define.ts';

/** Samples in a frame, and in a tone. */
const FRAME = 32;
/** Samples in a second. */
const RATE = 8000;
/** How many periods of each tone fit into a frame; the frequency is that times 250 Hz. */
const [LOW, HIGH] = [4, 8] as const;
const OTHERS = [2, 3, 5, 6, 7, 9] as const;

interface Options {
  readonly T: number;
  readonly noise: number;
}

/** The tones of a recording, as periods in a frame: a high and a low one somewhere, never last, among others. */
function tonesOf({ T }: Options, draw: Draw): { tones: number[]; highFirst: boolean } {
  const [a, b] = draw.permutation(T - 1, 'places') as [number, number];
  const tones = Array.from({ length: T }, (_, t) => {
    if (t === a) return HIGH;
    return t === b ? LOW : OTHERS[draw.integer(OTHERS.length, 'other', t)]!;
  });
  return { tones, highFirst: a < b };
}

/** Each tone a sine of amplitude 1 in a random phase, plus noise uniform in [−noise, noise). */
const samplesOf = (tones: readonly number[], { noise }: Options, draw: Draw): Float64Array =>
  Float64Array.from({ length: tones.length * FRAME }, (_, n) => {
    const t = Math.floor(n / FRAME);
    const turns = (tones[t]! * (n % FRAME)) / FRAME + draw.uniform('phase', t);
    return sin(2 * Math.PI * turns) + noise * (2 * draw.uniform('noise', n) - 1);
  });

/** The sound that example `index` of the task `tones` is made of: T·32 samples, 8,000 a second. */
export function toneSamples(seed: number, options: Partial<Options> = {}, index = 0): Float64Array {
  const settled = settle('tones', tones.options, options);
  const draw = drawFor('tones', seed, index);
  return samplesOf(tonesOf(settled, draw).tones, settled, draw);
}

/**
 * A doorbell: in a recording of T tones a high one and a low one occur once each; say at the end which came first. Inputs
 * are the spectra of the frames, 17 amplitudes each; one tone fills one frame.
 *
 * The floor is 0, for any noise below ¼: noise of at most a changes an amplitude by at most 2a, so the frame's own tone,
 * at 1 − 2a or more, stays above all others, at 2a or less. The last tone is one of the others and both orders have the
 * same tones, so a single frame, and a bag of all frames, leave ln 2.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.tones.generate(1997).inputs.shape // → [8, 17]
 * tasks.tones.generate(1997).text // → 1000 1250 1250 2250 500 2000 1500 500 Hz
 * tasks.toneSamples(1997).length // → 256
 * ```
 */
export const tones = defineTask({
  id: 'tones',
  name: 'Doorbell',
  description: 'Say, at the end of a recording, which of two tones came first.',
  loss: 'crossEntropy',
  options: {
    T: { default: 8, min: 3, max: 100 },
    noise: { default: 0.1, min: 0, max: 0.24, real: true },
  },
  bounds: () => ({
    floor: { id: 'floor', loss: 0, accuracy: 1, rule: 'the order of the two tones' },
    baseline: { id: 'clock', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely' },
    others: [
      { id: 'memoryless', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely: the last tone is another one' },
      { id: 'bag', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely: the same tones occur in both' },
    ],
  }),
  make(options, draw) {
    const { tones, highFirst } = tonesOf(options, draw);
    const samples = samplesOf(tones, options, draw);
    const frames = tones.map((_, t) => spectrum(samples.subarray(t * FRAME, (t + 1) * FRAME), RATE));
    return {
      inputs: frames.map(({ amplitudes }) => amplitudes),
      targets: tones.map(() => (highFirst ? 1 : 0)),
      counted: (t) => t === options.T - 1,
      columns: {
        inputs: frames[0]!.frequencies.map((frequency) => `${frequency} Hz`),
        outputs: ['low first', 'high first'],
      },
      text: `${tones.map((periods) => (periods * RATE) / FRAME).join(' ')} Hz`,
    };
  },
});
