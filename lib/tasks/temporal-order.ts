import { oneHot } from '../losses/one-hot.ts';
import { defineTask } from './define.ts';

const SYMBOLS = ['E', 'B', 'a', 'b', 'c', 'd', 'X', 'Y'] as const;

/**
 * Temporal order: a sequence starts with E, ends with B, and is made of a, b, c, d but for two places that hold X or Y;
 * say at the end which came first and which second. Task 6a of Hochreiter & Schmidhuber 1997, §5.6, with all sequences of
 * length T and the places scaled with it: the first from the second tenth, the second from the sixth. (There T is 100 to
 * 110, and the classes XX, XY, YX, YY are called Q, R, S, U.)
 *
 * The floor is 0. The last symbol is always B, so without memory nothing is known: ln 4, a quarter right. A bag of symbols
 * tells XX and YY, but not XY from YX: ½ ln 2, three quarters right.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.temporalOrder.generate(1997).text // → EccbYacddddaddacYbcaaabcadcacB
 * ```
 */
export const temporalOrder = defineTask({
  id: 'temporal-order',
  name: 'Temporal order',
  paper: 'hochreiter1997',
  description: 'Say, at the end, in which order the two relevant symbols came.',
  loss: 'crossEntropy',
  options: { T: { default: 30, min: 10, max: 1000 } },
  bounds: () => ({
    floor: { id: 'floor', loss: 0, accuracy: 1, rule: 'the two symbols in their order' },
    baseline: { id: 'clock', loss: 2 * Math.LN2, accuracy: 0.25, rule: 'all four equally likely' },
    others: [
      { id: 'memoryless', loss: 2 * Math.LN2, accuracy: 0.25, rule: 'all four equally likely: the last symbol is B' },
      { id: 'bag', loss: Math.LN2 / 2, accuracy: 0.75, rule: 'how many X and Y there are, without their order' },
    ],
  }),
  make({ T }, draw) {
    const tenths = (k: number) => Math.floor((k * T) / 10);
    const within = (from: number, to: number, key: string) => from + draw.integer(Math.max(1, to - from), key);
    const places = [within(tenths(1), tenths(2), 'first'), within(tenths(5), tenths(6), 'second')];
    const bits = places.map((_, k) => draw.integer(2, 'symbol', k));
    const ids = Array.from({ length: T }, (_, t) => {
      if (t === 0) return 0;
      if (t === T - 1) return 1;
      const k = places.indexOf(t);
      return k < 0 ? 2 + draw.integer(4, 'distractor', t) : 6 + bits[k]!;
    });
    return {
      inputs: oneHot(ids, SYMBOLS.length),
      targets: new Array<number>(T).fill(2 * bits[0]! + bits[1]!),
      counted: (t) => t === T - 1,
      columns: { inputs: SYMBOLS, outputs: ['XX', 'XY', 'YX', 'YY'] },
      text: ids.map((id) => SYMBOLS[id]).join(''),
    };
  },
});
