/** Which examples share a batch. */
import { random } from '../random.ts';

function checkSize(size: number): void {
  if (!Number.isInteger(size) || size < 1)
    throw new RangeError(`A batch has an integer size of at least 1; got ${size}.`);
}

const cut = (order: readonly number[], size: number): number[][] =>
  Array.from({ length: Math.ceil(order.length / size) }, (_, k) => order.slice(k * size, (k + 1) * size));

/**
 * The examples 0 … n − 1 in random order, cut into ⌈n/size⌉ batches, of which the last may be smaller. One such round is
 * an epoch: 80 examples in batches of 32 are 3 updates, in 50 epochs 150.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.batches(5, 2, 1997) // → [[4, 0], [1, 2], [3]]
 * ```
 *
 * @throws RangeError unless size is an integer of at least 1
 */
export function batches(n: number, size: number, seed: number, epoch = 0): number[][] {
  checkSize(size);
  return cut(random(seed).permutation(n, 'batches', epoch), size);
}

/**
 * Batches of examples of similar length, so that little is padded: sorted by length (equals in random order), cut, and
 * the batches put in random order. The price: long examples always meet each other.
 *
 * ```ts
 * import { text } from 'unrolled';
 * const lengths = [3, 9, 4, 8];
 * text.batchesByLength(lengths, 2, 1997) // → [[3, 1], [0, 2]]
 * text.paddingOf([[3, 1], [0, 2]], lengths) // → 2
 * text.paddingOf([[0, 1], [2, 3]], lengths) // → 10
 * ```
 *
 * @throws RangeError unless size is an integer of at least 1
 */
export function batchesByLength(lengths: readonly number[], size: number, seed: number, epoch = 0): number[][] {
  checkSize(size);
  const r = random(seed);
  const byLength = r.permutation(lengths.length, 'batches', epoch).sort((a, b) => lengths[a]! - lengths[b]!);
  const parts = cut(byLength, size);
  return r.permutation(parts.length, 'order', epoch).map((k) => parts[k]!);
}

/** How many steps of padding batches need when each is padded to its longest example. */
export function paddingOf(batches: readonly (readonly number[])[], lengths: readonly number[]): number {
  return batches.reduce((sum, batch) => {
    const longest = batch.reduce((most, i) => Math.max(most, lengths[i]!), 0);
    return batch.reduce((total, i) => total + longest - lengths[i]!, sum);
  }, 0);
}
