/** Texts without their order: the baseline that a recurrent network has to beat. */

/**
 * How often each id occurs. Two texts with the same words in another order have the same bag, whatever they say; a
 * sequence of ids keeps the order. (Source E99 calls the latter a bag of words.)
 *
 * ```ts
 * import { text } from 'unrolled';
 * const [not, good, bad] = [0, 1, 2];
 * text.bagOfWords([good, not, bad], 3) // → [1, 1, 1]
 * text.bagOfWords([bad, not, good], 3) // → [1, 1, 1]
 * ```
 *
 * @param size the number of ids, `vocabulary.words.length`
 * @throws RangeError for an id that is not an integer from 0 to size − 1
 */
export function bagOfWords(ids: readonly number[], size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const id of ids) {
    if (counts[id] === undefined) throw new RangeError(`Ids run from 0 to ${size - 1}; got ${id}.`);
    counts[id] += 1;
  }
  return counts;
}
