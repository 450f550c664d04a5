import { defineTask } from './define.ts';

/**
 * Recall the first bit: x_1 is 1 or −1, all later values are noise around 0; say at the end which it was. Task 3a of
 * Hochreiter & Schmidhuber 1997 with N = 1, after the two-sequence problem of Bengio, Simard & Frasconi 1994. (There the
 * noise has variance 0.2 and lengths vary; they found that guessing weights at random solves it sooner than training.)
 *
 * The floor is 0. Without memory nothing can be known: ln 2, half of the answers right. T is the lag plus one, so this
 * shows how far back a network can learn to look.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.recall.bounds().baseline.loss // → 0.6931…
 * ```
 */
export const recall = defineTask({
  id: 'recall',
  name: 'Recall the first bit',
  paper: 'hochreiter1997',
  description: 'Say, at the end, whether the first value was 1 or −1; all others are noise.',
  loss: 'crossEntropy',
  options: {
    T: { default: 20, min: 2, max: 1000 },
    noise: { default: 0.1, min: 0, max: 10, real: true },
  },
  bounds: () => ({
    floor: { id: 'floor', loss: 0, accuracy: 1, rule: 'the sign of the first value' },
    baseline: { id: 'clock', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely' },
    others: [{ id: 'memoryless', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely: the last value is noise' }],
  }),
  make({ T, noise }, draw) {
    const bit = draw.integer(2, 'bit');
    return {
      inputs: Array.from({ length: T }, (_, t) => [t === 0 ? 2 * bit - 1 : noise * draw.normal('noise', t)]),
      targets: new Array<number>(T).fill(bit),
      counted: (t) => t === T - 1,
      columns: { inputs: ['x'], outputs: ['was −1', 'was 1'] },
    };
  },
});
