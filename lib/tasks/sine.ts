import { cos, sin } from '../math.ts';
import { defineTask } from './define.ts';

/**
 * The next value of a sine wave whose phase is random: inputs sin(φ + ωt), t = 0 … T − 1, targets sin(φ + ω(t + 1)).
 *
 * After two values the next is certain, sin(a + ω) = 2 cos ω·sin a − sin(a − ω), so nothing is lost there. After one
 * value s the wave may rise or fall: the best guess is s·cos ω, which misses by sin ω·√(1 − s²), in the mean square
 * ½ sin²ω. That one step is all of the floor, ½ sin²ω/T. Guessing so at every step, without memory, has ½ sin²ω; saying
 * 0 has ½.
 *
 * With ω = 1 and T = 10 this is the repaired K2 (source S1:173–197), with a floor of 0.0354.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.sine.bounds({ T: 10, omega: 1 }).floor.loss // → 0.0354…
 * ```
 */
export const sine = defineTask({
  id: 'sine',
  name: 'Sine wave',
  description: 'Predict the next value of a sine wave with a random phase.',
  loss: 'mse',
  options: {
    T: { default: 25, min: 2, max: 1000 },
    omega: { default: 0.5, min: 0.01, max: 3.13, real: true },
  },
  bounds({ T, omega }) {
    const half = (sin(omega) * sin(omega)) / 2;
    return {
      floor: { id: 'floor', loss: half / T, rule: '2 cos ω·x_t − x_{t−1}; at the first step cos ω·x_1' },
      baseline: { id: 'clock', loss: 0.5, rule: 'always 0' },
      others: [{ id: 'memoryless', loss: half, rule: 'cos ω·x_t' }],
    };
  },
  make({ T, omega }, draw) {
    const phase = 2 * Math.PI * draw.uniform('phase');
    const x = Array.from({ length: T + 1 }, (_, t) => sin(phase + omega * t));
    return {
      inputs: x.slice(0, T).map((v) => [v]),
      targets: x.slice(1).map((v) => [v]),
      ideal: x.slice(1).map((next, t) => [t === 0 ? cos(omega) * x[0]! : next]),
      columns: { inputs: ['x'], outputs: ['next x'] },
    };
  },
});
