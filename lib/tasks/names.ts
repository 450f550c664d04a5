import { oneHot } from '../losses/one-hot.ts';
import { type Counts, count, pooled, scoreCounts } from './automaton.ts';
import { defineTask } from './define.ts';
import { NAMES } from './names-list.ts';

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz', '.'];

/** What follows what in all names, each once, with a full stop before and behind; `seen` says what is looked at. */
function counts(seen: (letters: string) => string): Counts {
  const all: Counts = new Map();
  for (const name of NAMES) {
    for (let t = 0; t <= name.length; t++) count(all, seen(`.${name.slice(0, t)}`), name[t] ?? '.', 1);
  }
  return all;
}

/** What follows the beginning of a name, among all names that begin so. */
const continuations = counts((letters) => letters);

/**
 * The next letter of a given name out of a list of 359, all equally likely. A full stop is put before and
 * behind, so that a trained network can be asked for names of its own.
 *
 * The floor belongs to whoever knows the list by heart: a name costs ln(number of names), whatever it is, spread over its
 * letters and the full stop. A network at the floor says only names of the list; the interesting ones stay above it.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.names.generate(1997).text // → grace
 * tasks.names.bounds().floor.loss // → 0.9666…
 * ```
 */
export const names = defineTask({
  id: 'names',
  name: 'Names',
  description: 'Predict the next letter of a given name.',
  loss: 'crossEntropy',
  options: {},
  bounds: () => ({
    floor: { id: 'floor', ...scoreCounts(continuations), rule: 'what follows this beginning in the list' },
    baseline: { id: 'constant', ...scoreCounts(pooled(continuations)), rule: 'how frequent each letter is' },
    others: [
      {
        id: 'bigram',
        ...scoreCounts(counts((letters) => letters.at(-1)!)),
        rule: 'what follows the last letter how often',
      },
    ],
  }),
  make(_, draw) {
    const name = NAMES[draw.integer(NAMES.length, 'name')]!;
    const letters = [...`.${name}.`];
    const ids = letters.map((letter) => ALPHABET.indexOf(letter));
    return {
      inputs: oneHot(ids.slice(0, -1), ALPHABET.length),
      targets: ids.slice(1),
      ideal: ids.slice(1).map((_, t) => shares(letters.slice(0, t + 1).join(''))),
      columns: { inputs: ALPHABET, outputs: ALPHABET },
      text: name,
    };
  },
});

function shares(beginning: string): number[] {
  const row = continuations.get(beginning)!;
  const total = [...row.values()].reduce((sum, times) => sum + times, 0);
  return ALPHABET.map((letter) => (row.get(letter) ?? 0) / total);
}
