/** How much there is to predict in a text: entropies, in nats (÷ ln 2 for bits). */
import { log } from '../math.ts';

/**
 * −Σ p log p of numbers of occurrences, or of probabilities; 0·log 0 is 0.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.entropy([1, 1]) // → 0.6931…
 * text.entropy([8]) // → 0
 * ```
 */
export function entropy(counts: Iterable<number>): number {
  const positive = Array.from(counts).filter((count) => count > 0);
  const total = positive.reduce((sum, count) => sum + count, 0);
  return positive.reduce((sum, count) => sum - (count / total) * log(count / total), 0);
}

/**
 * The entropy of runs of n tokens, all runs of the text, which is read as a ring so that it has as many as tokens.
 * H(1) is the loss of a model that knows how frequent each token is, H(n + 1) − H(n) of one that has counted what follows
 * each run of n: on the very text it counted, so it falls to 0 as n grows. Shannon 1951.
 *
 * ```ts
 * import { text } from 'unrolled';
 * const H = (n) => text.runEntropy([...'banana'], n);
 * H(1) // → 1.0114…
 * H(2) - H(1) // → 0.3182…
 * H(3) - H(2) // → 0.2310…
 * ```
 *
 * @throws RangeError unless n is an integer of at least 0
 */
export function runEntropy(tokens: readonly string[], n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Runs have an integer length of at least 0; got ${n}.`);
  const ids = new Map<string, number>();
  // Runs are told apart by a number each, made from the number of the run one shorter and the token that follows.
  let runs = tokens.map(() => 0);
  for (let k = 0; k < n; k++) {
    ids.clear();
    runs = runs.map((run, t) => {
      const key = `${run} ${tokens[(t + k) % tokens.length]}`;
      if (!ids.has(key)) ids.set(key, ids.size);
      return ids.get(key)!;
    });
  }
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return entropy(counts.values());
}
