/** Making sequences equally long, and remembering which steps are real. */

/** Before a sequence or behind it. */
export type Side = 'pre' | 'post';

/** How `pad` makes sequences equally long. */
export interface PaddingOptions {
  /** By default that of the longest sequence. */
  readonly length?: number;
  /** Where zeros are put: behind (the default), or before, which is Keras' default. */
  readonly side?: Side;
  /** Where a sequence that is too long loses its surplus: behind (the default), or before, as in Keras. */
  readonly truncate?: Side;
}

/** Sequences of one length, and which of their steps are real: both [sequences, length]. */
export interface Padded {
  readonly ids: readonly (readonly number[])[];
  /** 1 where a value is real, 0 where it is padding. */
  readonly mask: readonly (readonly number[])[];
}

/**
 * Pads with 0 and truncates.
 *
 * Padding before keeps the last token at the last step, so a network that reads its last state and ignores the mask still
 * sees it fresh, after having taken the zeros for tokens; padding behind makes such a network read the zeros last. With
 * the mask respected both give the same. The article K4 calls `np.pad` without a mode, which was an error before NumPy
 * 1.17, and pads the training and the test set to lengths of their own.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.pad([[1, 2, 3]], { length: 5, side: 'pre' }) // → { ids: [[0, 0, 1, 2, 3]], mask: [[0, 0, 1, 1, 1]] }
 * text.pad([[1, 2, 3], [4]]).ids // → [[1, 2, 3], [4, 0, 0]]
 * text.pad([[1, 2, 3]], { length: 2, truncate: 'pre' }).ids // → [[2, 3]]
 * ```
 *
 * @throws RangeError for a length that is not an integer of at least 0
 */
export function pad(sequences: readonly (readonly number[])[], options: PaddingOptions = {}): Padded {
  const { length = sequences.reduce((longest, { length }) => Math.max(longest, length), 0) } = options;
  const { side = 'post', truncate = 'post' } = options;
  if (!Number.isInteger(length) || length < 0) {
    throw new RangeError(`Sequences are padded to an integer length of at least 0; got ${length}.`);
  }
  const fit = (values: readonly number[]): number[] => {
    const kept = truncate === 'pre' ? values.slice(Math.max(0, values.length - length)) : values.slice(0, length);
    const zeros = new Array<number>(length - kept.length).fill(0);
    return side === 'pre' ? [...zeros, ...kept] : [...kept, ...zeros];
  };
  return { ids: sequences.map(fit), mask: sequences.map((values) => fit(values.map(() => 1))) };
}
