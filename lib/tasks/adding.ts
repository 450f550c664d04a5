import { defineTask } from './define.ts';

/**
 * The adding problem: of T random numbers two are marked; say their sum at the end. Hochreiter & Schmidhuber 1997,
 * §5.4, in the form of Arjovsky, Shah & Bengio 2016: numbers from [0, 1), marks 0 and 1, all
 * sequences of length T, one mark in the first half and one in the second, the plain sum as target. (The original has
 * numbers from [−1, 1], lengths from T to 1.1 T, the first and last pair marked −1, one mark among the first ten pairs,
 * the other among the first T/2 − 1 left, and the target 0.5 + (X_1 + X_2)/4.)
 *
 * The floor is 0. The sum of two such numbers has mean 1 and variance 1/6: saying 1 has 0.167, which a network reaches
 * long before it remembers anything. A network without memory can still use a mark on the very last pair, one time in
 * T − ⌊T/2⌋.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.adding.bounds().baseline.loss // → 0.1666…
 * ```
 */
export const adding = defineTask({
  id: 'adding',
  name: 'Adding problem',
  paper: 'hochreiter1997',
  description: 'Say, at the end, the sum of the two numbers that were marked.',
  loss: 'mse',
  options: { T: { default: 20, min: 2, max: 1000 } },
  bounds: ({ T }) => ({
    floor: { id: 'floor', loss: 0, rule: 'the sum of the marked numbers' },
    baseline: { id: 'clock', loss: 1 / 6, rule: 'always 1' },
    others: [
      {
        id: 'memoryless',
        loss: 1 / 6 - 1 / (12 * (T - Math.floor(T / 2))),
        rule: 'the last number plus ½ if it is marked, else 1',
      },
    ],
  }),
  make({ T }, draw) {
    const half = Math.floor(T / 2);
    const marked = [draw.integer(half, 'first'), half + draw.integer(T - half, 'second')];
    const numbers = Array.from({ length: T }, (_, t) => draw.uniform('number', t));
    const sum = marked.reduce((total, t) => total + numbers[t]!, 0);
    return {
      inputs: numbers.map((number, t) => [number, marked.includes(t) ? 1 : 0]),
      targets: numbers.map(() => [sum]),
      counted: (t) => t === T - 1,
      columns: { inputs: ['number', 'mark'], outputs: ['sum'] },
    };
  },
});
