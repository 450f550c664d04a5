import { oneHot } from '../losses/one-hot.ts';
import { runEntropy } from '../text/entropy.ts';
import { frequencies } from '../text/vocabulary.ts';
import { defineTask } from './define.ts';
import { PROSE } from './texts.ts';

/** The text as the task reads it: in lower case, its end followed by its beginning. */
const LETTERS = [...`${PROSE.toLowerCase().replaceAll('\n', ' ')} `];
const ALPHABET = [...new Set(LETTERS)].sort();
const IDS = LETTERS.map((letter) => ALPHABET.indexOf(letter));

const at = (position: number): number => IDS[position % IDS.length]!;

/**
 * The next character of a short text (`PROSE`), read from a random place on, T characters long; behind the end the text
 * begins again, so that all places are alike.
 *
 * The floor belongs to whoever knows the text by heart and finds out where in it they are: (H(T + 1) − H(1))/T, H(n) being
 * the entropy of runs of n characters (`text.runEntropy`). It says what training on this text can come to, nothing about
 * other texts. Below the bigram a model has learned something about the language; far below, this text.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.prose.bounds({ T: 40 }).floor.loss // → 0.1109…
 * ```
 */
export const prose = defineTask({
  id: 'prose',
  name: 'Prose',
  description: 'Predict the next character of a short English text.',
  loss: 'crossEntropy',
  options: { T: { default: 40, min: 1, max: 500 } },
  bounds({ T }) {
    const [one, two] = [runEntropy(LETTERS, 1), runEntropy(LETTERS, 2)];
    const most = frequencies([LETTERS])[0]![1];
    return {
      floor: {
        id: 'floor',
        loss: (runEntropy(LETTERS, T + 1) - one) / T,
        rule: 'what follows everywhere else after the same characters',
      },
      baseline: {
        id: 'constant',
        loss: one,
        accuracy: most / LETTERS.length,
        rule: 'how frequent each character is',
      },
      others: [{ id: 'bigram', loss: two - one, rule: 'what follows the last character how often' }],
    };
  },
  make({ T }, draw) {
    const start = draw.integer(IDS.length, 'start');
    const ids = Array.from({ length: T + 1 }, (_, t) => at(start + t));
    // The places where the text may have begun, given what was read: fewer with every character.
    let places = IDS.map((_, place) => place);
    const ideal = ids.slice(1).map((_, t) => {
      places = places.filter((place) => at(place + t) === ids[t]);
      const row = new Array<number>(ALPHABET.length).fill(0);
      for (const place of places) row[at(place + t + 1)]! += 1 / places.length;
      return row;
    });
    return {
      inputs: oneHot(ids.slice(0, -1), ALPHABET.length),
      targets: ids.slice(1),
      ideal,
      columns: { inputs: ALPHABET, outputs: ALPHABET },
      text: ids.map((id) => ALPHABET[id]).join(''),
    };
  },
});
