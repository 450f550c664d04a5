/** Targets of a language model: the same sequence, one step ahead. */

/** Two lists of one length: at step t the network reads inputs[t] and is to say targets[t], the token after it. */
export interface Shifted<V> {
  readonly inputs: readonly V[];
  readonly targets: readonly V[];
}

/**
 * Each token's target is the next one. The first token is never a target and the last never an input, unless `start` is
 * put before it or `end` behind it.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.shifted([...'abc']) // → { inputs: [ 'a', 'b' ], targets: [ 'b', 'c' ] }
 * text.shifted([...'abc'], { end: '.' }) // → { inputs: [ 'a', 'b', 'c' ], targets: [ 'b', 'c', '.' ] }
 * ```
 */
export function shifted<V>(tokens: readonly V[], { start, end }: { start?: V; end?: V } = {}): Shifted<V> {
  const all = [...(start === undefined ? [] : [start]), ...tokens, ...(end === undefined ? [] : [end])];
  return { inputs: all.slice(0, -1), targets: all.slice(1) };
}

/**
 * A long text cut into pieces of T steps that follow each other: the last target of a piece is the first input of the
 * next, so that a state can be carried over. What does not fill a piece is dropped.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.pieces([...'abcdefg'], 3).map(({ inputs }) => inputs.join('')) // → [ 'abc', 'def' ]
 * text.pieces([...'abcdefg'], 3).map(({ targets }) => targets.join('')) // → [ 'bcd', 'efg' ]
 * ```
 *
 * @throws RangeError unless T is an integer of at least 1
 */
export function pieces<V>(tokens: readonly V[], T: number): Shifted<V>[] {
  if (!Number.isInteger(T) || T < 1) throw new RangeError(`A piece has an integer length of at least 1; got ${T}.`);
  return Array.from({ length: Math.max(0, Math.floor((tokens.length - 1) / T)) }, (_, k) =>
    shifted(tokens.slice(k * T, (k + 1) * T + 1)),
  );
}
