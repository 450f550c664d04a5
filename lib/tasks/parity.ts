import { defineTask } from './define.ts';

/**
 * Parity: after each bit, whether the number of ones so far is odd. Bits are fair coins, written −1 and 1.
 *
 * One bit of memory suffices and is exact: p_t = p_{t−1} xor x_t; the floor is 0. But no smaller part of the past helps
 * at all: given any t − 1 of the first t bits, both answers are equally likely. So without memory only the first step is
 * known, and the loss is (T − 1)/T·ln 2. A linear network, too, stays at ln 2 from the second step on: the answer is
 * uncorrelated with every bit, and the loss is convex, so no weights are better than none (see Minsky & Papert 1969).
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.parity.generate(1997, { T: 8 }).text // → '10111101' has parities '11010110'
 * ```
 */
export const parity = defineTask({
  id: 'parity',
  name: 'Parity',
  paper: 'minsky1969',
  description: 'Say, after each bit, whether the number of ones so far is odd.',
  loss: 'crossEntropy',
  options: { T: { default: 10, min: 1, max: 1000 } },
  bounds: ({ T }) => ({
    floor: { id: 'floor', loss: 0, accuracy: 1, rule: 'the last parity, flipped by a one' },
    baseline: { id: 'clock', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely' },
    others: [
      {
        id: 'memoryless',
        loss: ((T - 1) / T) * Math.LN2,
        accuracy: (T + 1) / (2 * T),
        rule: 'the first bit at the first step, then both equally likely',
      },
    ],
  }),
  make({ T }, draw) {
    const bits = Array.from({ length: T }, (_, t) => draw.integer(2, t));
    let odd = 0;
    const parities = bits.map((bit) => {
      odd = (odd + bit) % 2;
      return odd;
    });
    return {
      inputs: bits.map((bit) => [2 * bit - 1]),
      targets: parities,
      columns: { inputs: ['bit'], outputs: ['even', 'odd'] },
      text: `'${bits.join('')}' has parities '${parities.join('')}'`,
    };
  },
});
