import {
  type Automaton,
  accepts,
  automatonBounds,
  equally,
  nextSymbolExample,
  nextSymbols,
  randomString,
} from './automaton.ts';
import { defineTask } from './define.ts';

const ALPHABET = [...'BTPSXVE'];

/** Reber's grammar, in the form of Cleeremans, Servan-Schreiber & McClelland 1989, figure 2: two ways out of a state, equally likely. */
export const reberGrammar: Automaton = [
  equally(['B', 1]),
  equally(['T', 2], ['P', 3]),
  equally(['S', 2], ['X', 4]),
  equally(['T', 3], ['V', 5]),
  equally(['X', 3], ['S', 6]),
  equally(['P', 4], ['V', 6]),
  equally(['E', 7]),
  [],
];

/** A copy of Reber's grammar that starts at state `at` and goes on with the symbol `then` where a string would end. */
const inside = (at: number, then: string, to: number): Automaton =>
  reberGrammar.map((arcs) =>
    arcs.length === 0 ? equally([then, to]) : arcs.map((arc) => ({ ...arc, to: at + arc.to })),
  );

/** A Reber string between two equal symbols: B T … T E or B P … P E. The two copies differ only in how they must end. */
export const embeddedReberGrammar: Automaton = [
  equally(['B', 1]),
  equally(['T', 2], ['P', 10]),
  ...inside(2, 'T', 18),
  ...inside(10, 'P', 18),
  equally(['E', 19]),
  [],
];

/** Whether a text is a Reber string. */
export const isReber = (text: string): boolean => accepts(reberGrammar, text);
/** Whether a text is a string of the embedded grammar. */
export const isEmbeddedReber = (text: string): boolean => accepts(embeddedReberGrammar, text);

/**
 * Which symbols may follow.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.reberNext('BTX') // → [ 'X', 'S' ]
 * tasks.embeddedReberNext('BTBPVVE') // → [ 'T' ]
 * tasks.embeddedReberNext('BPBPVVE') // → [ 'P' ]
 * ```
 */
export const reberNext = (text: string): string[] => nextSymbols(reberGrammar, text);
/** Which symbols may follow in a string of the embedded grammar; none behind a finished or impossible one. */
export const embeddedReberNext = (text: string): string[] => nextSymbols(embeddedReberGrammar, text);

/**
 * The next symbol of a string of Reber's grammar (Reber 1967).
 *
 * A string has 8 symbols in the mean. Of the 7 predictions, 6 in the mean are between two equally likely symbols and one
 * is certain, so the floor is 6 ln 2/7, with 4 in 7 right. Predicted from the last symbol alone it is worse: T, P, S,
 * X and V each lead to two states.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * const { floor, baseline } = tasks.reber.bounds();
 * floor.loss // → 0.5941…
 * baseline.loss // → 1.7721…
 * ```
 */
export const reber = defineTask({
  id: 'reber',
  name: 'Reber grammar',
  paper: 'cleeremans1989',
  description: 'Predict the next symbol of a string of a small finite grammar.',
  loss: 'crossEntropy',
  options: {},
  bounds: () => automatonBounds(reberGrammar),
  make: (_, draw) => nextSymbolExample(reberGrammar, ALPHABET, randomString(reberGrammar, draw)),
});

/**
 * The next symbol of an embedded Reber string: the last symbol but one repeats the second, and everything between them
 * says nothing about it. Cleeremans et al. 1989; experiment 1 of Hochreiter & Schmidhuber 1997.
 *
 * A string has 12 symbols in the mean; of the 11 predictions 7 in the mean are between two symbols: the floor is
 * 7 ln 2/11. Whoever forgets the second symbol still gets all the others right, and loses ln 2 once in a string:
 * 8 ln 2/11. That gap is what the task measures, and it is small; so look at the last symbol but one by itself.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.embeddedReber.bounds().floor.loss // → 0.4410…
 * ```
 */
export const embeddedReber = defineTask({
  id: 'embedded-reber',
  name: 'Embedded Reber grammar',
  paper: 'cleeremans1989',
  description: 'Predict the next symbol; the last but one repeats the second of the string.',
  loss: 'crossEntropy',
  options: {},
  bounds() {
    const { others = [], ...bounds } = automatonBounds(embeddedReberGrammar);
    const rule = 'the state of the automaton, but not which of the two copies';
    const forgetful = { id: 'forgetful', loss: (8 * Math.LN2) / 11, accuracy: 7 / 11, rule };
    return { ...bounds, others: [forgetful, ...others] };
  },
  make: (_, draw) => nextSymbolExample(embeddedReberGrammar, ALPHABET, randomString(embeddedReberGrammar, draw)),
});
