/**
 * Which token is which number. Fitted once, on the training texts, and used for all: a second vocabulary, fitted on the
 * test texts, gives the same number to another word.
 */

/** Tokens and their numbers: 0 is padding, 1 the unknown token if it has an id, then the others by falling frequency. */
export interface Vocabulary {
  /** id → token. Its length is what an embedding needs: ids run from 0 to words.length − 1. */
  readonly words: readonly string[];
  /** token → id, for real tokens only. */
  readonly ids: ReadonlyMap<string, number>;
  /** How often each id occurred in the texts that were fitted; at `unknown`, the occurrences without an id of their own. */
  readonly counts: readonly number[];
  /** The id of everything else, or undefined if such tokens are dropped. */
  readonly unknown: number | undefined;
}

/** Which tokens `fitVocabulary` gives an id of their own. */
export interface VocabularyOptions {
  /** The most ids to use, padding and unknown included; by default as many as needed. */
  readonly size?: number;
  /** Whether unknown tokens get an id of their own (1); if not, they are dropped, as Keras does by default. */
  readonly oov?: boolean;
}

/** How padding is written; its id is 0. */
export const PADDING = '<pad>';
/** How a token outside the vocabulary is written. */
export const UNKNOWN = '<unk>';

/** All tokens with their numbers of occurrences, the most frequent first, equals in the order in which they appear. */
export function frequencies(texts: Iterable<readonly string[]>): [token: string, count: number][] {
  const counts = new Map<string, number>();
  for (const tokens of texts) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/**
 * The vocabulary of some texts: id 0 is padding, id 1 unknown, then the tokens by falling frequency.
 *
 * `size` counts ids, so that it is the number of rows of the embedding. Keras' `num_words` counts the same way, and reads
 * as if it counted words: `num_words=100` keeps the ids below 100, hence the 99 most frequent words (98 with an
 * `oov_token`). The other trap is to size the embedding by `len(word_index)`: ids start at 1, so the last one is
 * `len(word_index)` and needs one row more.
 *
 * ```ts
 * import { text } from 'unrolled';
 * const vocabulary = text.fitVocabulary([['to', 'be', 'or', 'not', 'to', 'be']], { size: 4 });
 * vocabulary.words // → [ '<pad>', '<unk>', 'to', 'be' ]
 * vocabulary.counts // → [ 0, 2, 2, 2 ]
 * text.encode(vocabulary, ['not', 'to', 'be']) // → [ 1, 2, 3 ]
 * ```
 *
 * @throws RangeError if `size` leaves no room for the reserved ids
 */
export function fitVocabulary(texts: Iterable<readonly string[]>, options: VocabularyOptions = {}): Vocabulary {
  const { size = Number.POSITIVE_INFINITY, oov = true } = options;
  const reserved = oov ? [PADDING, UNKNOWN] : [PADDING];
  if (!(size >= reserved.length)) {
    throw new RangeError(`A vocabulary of ${size} ids has no room for ${reserved.join(' and ')}.`);
  }
  const all = frequencies(texts);
  const kept = all.slice(0, size - reserved.length);
  const lost = all.slice(kept.length).reduce((sum, [, count]) => sum + count, 0);
  return {
    words: [...reserved, ...kept.map(([token]) => token)],
    ids: new Map(kept.map(([token], k) => [token, reserved.length + k])),
    counts: [0, ...(oov ? [lost] : []), ...kept.map(([, count]) => count)],
    unknown: oov ? 1 : undefined,
  };
}

/** The ids of tokens; one without an id becomes `unknown`, or is left out if there is no such id. */
export function encode({ ids, unknown }: Vocabulary, tokens: readonly string[]): number[] {
  return tokens.map((token) => ids.get(token) ?? unknown).filter((id) => id !== undefined);
}

/**
 * The tokens of ids, padding left out.
 *
 * @throws RangeError for an id that the vocabulary does not have
 */
export function decode({ words }: Vocabulary, ids: readonly number[]): string[] {
  return ids
    .filter((id) => id !== 0)
    .map((id) => {
      const word = words[id];
      if (word === undefined) throw new RangeError(`Ids run from 0 to ${words.length - 1}; got ${id}.`);
      return word;
    });
}
