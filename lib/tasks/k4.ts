/**
 * The fourth source's preprocessing (S4:77–121), as written and repaired, so that the two can be laid side by side.
 */
import { pad } from '../text/padding.ts';
import { words } from '../text/tokens.ts';
import { encode, fitVocabulary, type Vocabulary } from '../text/vocabulary.ts';

/** Texts as ids of equal length, with the vocabulary that says what they mean. */
export interface Encoded {
  readonly vocabulary: Vocabulary;
  /** [texts, length]; 0 is padding. */
  readonly ids: readonly (readonly number[])[];
  /** [texts, length]: 1 where an id is a word, 0 where it is padding. */
  readonly mask: readonly (readonly number[])[];
}

/**
 * `tokenize_sequences` as the source has it, apart from the `np.pad` that did not run: a vocabulary of the given texts
 * only, without a place for unknown words, zeros put before, up to the longest of the given texts.
 */
export function tokenizeAsWritten(texts: readonly string[]): Encoded {
  const tokens = texts.map(words);
  const vocabulary = fitVocabulary(tokens, { oov: false });
  return {
    vocabulary,
    ...pad(
      tokens.map((each) => encode(vocabulary, each)),
      { side: 'pre' },
    ),
  };
}

/** The repair: training texts settle vocabulary and length, test texts only use them. */
export function tokenizeRepaired(
  train: readonly string[],
  test: readonly string[],
): { readonly train: Encoded; readonly test: Encoded } {
  const tokens = train.map(words);
  const vocabulary = fitVocabulary(tokens);
  const length = tokens.reduce((most, each) => Math.max(most, each.length), 0);
  const encoded = (of: readonly (readonly string[])[]): Encoded => ({
    vocabulary,
    ...pad(
      of.map((each) => encode(vocabulary, each)),
      { length },
    ),
  });
  return { train: encoded(tokens), test: encoded(test.map(words)) };
}

/** One id that stands for another word in each of two vocabularies, the words in the order of those. */
export interface Clash {
  readonly id: number;
  readonly words: readonly [string, string];
}

/**
 * The ids that mean different words in two vocabularies.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * const train = tasks.tokenizeAsWritten(['not good', 'not bad']);
 * const test = tasks.tokenizeAsWritten(['bad', 'not good']);
 * tasks.clashes(train.vocabulary, test.vocabulary) // → [{ id: 1, words: [ 'not', 'bad' ] }, { id: 2, words: [ 'good', 'not' ] }, { id: 3, words: [ 'bad', 'good' ] }]
 * ```
 */
export function clashes(a: Vocabulary, b: Vocabulary): Clash[] {
  const shared = Math.min(a.words.length, b.words.length);
  return Array.from({ length: shared }, (_, id) => ({ id, words: [a.words[id]!, b.words[id]!] as const })).filter(
    ({ words: [one, other] }) => one !== other,
  );
}
