import { defineTask } from './define.ts';

/**
 * Echo: say the bit of `lag` steps ago, at every step from step lag + 1 on. Bits are fair coins, written −1 and 1.
 *
 * The floor is 0 for whoever keeps the last lag bits: a shift register, so at least lag binary units, or 2^lag states. A
 * window of lag + 1 inputs does it without any recurrence; a shorter one, or no memory, does not do better than ln 2.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.echo.generate(1997, { T: 8, lag: 3 }).text // → '11000101' becomes '···11000'
 * ```
 */
export const echo = defineTask({
  id: 'echo',
  name: 'Echo',
  description: 'Say, at each step, the bit that was seen some steps ago.',
  loss: 'crossEntropy',
  options: {
    T: { default: 20, min: 2, max: 1000 },
    lag: { default: 3, min: 1, max: 100 },
  },
  bounds: () => ({
    floor: { id: 'floor', loss: 0, accuracy: 1, rule: 'the bit of that time' },
    baseline: { id: 'clock', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely' },
    others: [{ id: 'memoryless', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely: bits are independent' }],
  }),
  make({ T, lag }, draw) {
    if (lag >= T) throw new RangeError(`echo: a lag of ${lag} needs more than ${lag} steps; T is ${T}.`);
    const bits = Array.from({ length: T }, (_, t) => draw.integer(2, t));
    return {
      inputs: bits.map((bit) => [2 * bit - 1]),
      targets: bits.map((_, t) => bits[t - lag] ?? 0),
      counted: (t) => t >= lag,
      columns: { inputs: ['bit'], outputs: ['was 0', 'was 1'] },
      text: `'${bits.join('')}' becomes '${'·'.repeat(lag)}${bits.slice(0, T - lag).join('')}'`,
    };
  },
});
