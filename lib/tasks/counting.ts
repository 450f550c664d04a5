import { type Automaton, automatonBounds, equally, nextSymbolExample, randomString } from './automaton.ts';
import { defineTask } from './define.ts';

/**
 * Strings aⁿbⁿ. with n from 1 to N equally likely. State k ≤ N: k times a; state N + 1 + j: j more b to come; the last: over.
 * For a bound on n that is an automaton; without one the language is context-free, and needs a counter.
 */
function automaton(N: number): Automaton {
  const left = (j: number) => N + 1 + j;
  const end = left(N);
  const ofA = Array.from({ length: N }, (_, i) => {
    const going = N - i - 1; // of the N − i values of n still possible, those that are larger than the a so far
    const more = { symbol: 'a', to: i + 2, p: going / (going + 1) };
    return [...(going > 0 ? [more] : []), { symbol: 'b', to: left(i), p: 1 / (going + 1) }];
  });
  const ofB = Array.from({ length: N }, (_, j) => (j === 0 ? equally(['.', end]) : equally(['b', left(j - 1)])));
  return [equally(['a', 1]), ...ofA, ...ofB, []];
}

/**
 * aⁿbⁿ: the next symbol of a string of n times a, n times b, and a full stop; n from 1 to N, equally likely.
 *
 * Where the a end is chance and costs ln N in all, whatever n is; from the first b on everything is certain for whoever
 * has counted. With 2n predictions, N + 1 in the mean, the floor is ln N/(N + 1). An LSTM's cell state can
 * count up and down without bound (Gers & Schmidhuber 2001); a state between −1 and 1, in finite precision, only so far
 * (Weiss, Goldberg & Yahav 2018).
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.counting.generate(1997).text // → aaaaaaaaaabbbbbbbbbb.
 * tasks.counting.bounds({ N: 10 }).floor.loss // → 0.2093…
 * ```
 */
export const counting = defineTask({
  id: 'counting',
  name: 'aⁿbⁿ',
  paper: 'gers2001',
  description: 'Predict the next symbol of strings with as many b as a.',
  loss: 'crossEntropy',
  options: { N: { default: 10, min: 1, max: 200 } },
  bounds: ({ N }) => automatonBounds(automaton(N)),
  make: ({ N }, draw) => nextSymbolExample(automaton(N), ['a', 'b', '.'], randomString(automaton(N), draw)),
});
