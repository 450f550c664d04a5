import { oneHot } from '../losses/one-hot.ts';
import { log } from '../math.ts';
import { defineTask } from './define.ts';

/**
 * The copy problem: see some symbols, wait, say them again. In the form of Arjovsky, Shah & Bengio 2016, after Hochreiter
 * & Schmidhuber 1997: `length` symbols out of `symbols`, then `delay` steps of which the last is a signal and the others
 * blank, then `length` blanks. The answer is blank until the signal has passed, then the symbols in their order.
 *
 * The floor is 0. Whoever knows the time but not the symbols has length·ln(symbols)/T with T = delay + 2·length, as in
 * the paper (there 10 ln 8/(T + 20), its T being our delay). Accuracy counts the blanks, so it starts high.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.copy.generate(1997, { length: 3, delay: 4 }).text // → 'fcf___>___' becomes '_______fcf'
 * ```
 */
export const copy = defineTask({
  id: 'copy',
  name: 'Copy',
  paper: 'arjovsky2016',
  description: 'Repeat the symbols seen at the start, in their order, after a delay.',
  loss: 'crossEntropy',
  options: {
    length: { default: 5, min: 1, max: 100 },
    delay: { default: 10, min: 1, max: 1000 },
    symbols: { default: 8, min: 2, max: 20 },
  },
  bounds({ length, delay, symbols }) {
    const T = delay + 2 * length;
    const baseline = { loss: (length * log(symbols)) / T, accuracy: (T - length + length / symbols) / T };
    const rule = 'blank until the signal has passed, then all symbols equally likely';
    return {
      floor: { id: 'floor', loss: 0, accuracy: 1, rule: 'the symbols' },
      baseline: { id: 'clock', ...baseline, rule },
      others: [{ id: 'memoryless', ...baseline, rule: `${rule}: the input says nothing while the answer is given` }],
    };
  },
  make({ length, delay, symbols }, draw) {
    const T = delay + 2 * length;
    const [blank, signal] = [symbols, symbols + 1];
    const letters = Array.from({ length: symbols }, (_, k) => String.fromCharCode(97 + k));
    const data = Array.from({ length }, (_, t) => draw.integer(symbols, t));
    const inputs = Array.from({ length: T }, (_, t) => data[t] ?? (t === length + delay - 1 ? signal : blank));
    const targets = Array.from({ length: T }, (_, t) => data[t - length - delay] ?? blank);
    const columns = { inputs: [...letters, '_', '>'], outputs: [...letters, '_'] };
    const write = (ids: readonly number[]) => `'${ids.map((id) => columns.inputs[id]).join('')}'`;
    return {
      inputs: oneHot(inputs, symbols + 2),
      targets,
      columns,
      text: `${write(inputs)} becomes ${write(targets)}`,
    };
  },
});
