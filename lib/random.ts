/**
 * Random numbers that are looked up, not drawn: a number is a function of a seed and a key, and there is no hidden state.
 *
 * So `r.normal('dropout', step, t, i)` is the same number for one example, for a batch, in a replay and in a worker, in
 * whatever order and how often it is asked for. Different keys give independent numbers. Where a plain sequence is
 * wanted, `stream` counts for you.
 *
 * Not a source of secrets, and not `Math.random`: that one cannot be seeded and differs between engines.
 */
import { cos, log, sqrt } from './math.ts';

type Words = [number, number, number, number];

/** A part of a key: a name, or an index (an integer from 0 to 2^32 − 1). */
export type KeyPart = number | string;

/** The random numbers of one seed; `random` makes it. */
export interface Random {
  readonly seed: number;
  /** Uniform in [0, 1), a multiple of 2^−53. */
  uniform(...key: readonly KeyPart[]): number;
  /** Standard normal: mean 0, variance 1. */
  normal(...key: readonly KeyPart[]): number;
  /** Uniform in {0, 1, …, n − 1}, for an integer n from 1 to 2^32. */
  integer(n: number, ...key: readonly KeyPart[]): number;
  /** The numbers 0 … n − 1 in an order in which every order is equally likely. */
  permutation(n: number, ...key: readonly KeyPart[]): number[];
  /** A sequence of its own for this key: each `next()` is a further uniform number in [0, 1). */
  stream(...key: readonly KeyPart[]): RandomStream;
}

/** Numbers one after another, for where there is no key to look them up by. */
export interface RandomStream {
  next(): number;
}

const LARGEST_WORD = 0xffffffff;

function isInteger(value: unknown, low: number, high: number): value is number {
  return Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
}

/** The high 32 bits of the product of two 32-bit words. No intermediate exceeds 2^49, so float64 holds each exactly. */
function highWord(a: number, b: number): number {
  const low = (a & 0xffff) * b;
  return Math.floor(((a >>> 16) * b + Math.floor(low / 0x10000)) / 0x10000);
}

/**
 * Philox4x32-10: scrambles a 128-bit counter, given a 64-bit key, into 128 random bits. One to one for each key; passes
 * the BigCrush test suite. Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
export function philox(counter: Readonly<Words>, key: readonly [number, number]): Words {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const high0 = highWord(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0);
    const high2 = highWord(0xcd9e8d57, c2);
    const low2 = Math.imul(0xcd9e8d57, c2);
    c0 = (high2 ^ c1 ^ k0) >>> 0;
    c1 = low2 >>> 0;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0 >>> 0;
    k0 = (k0 + 0x9e3779b9) >>> 0; // the golden ratio, and √3 − 1, in 32 bits
    k1 = (k1 + 0xbb67ae85) >>> 0;
  }
  return [c0, c1, c2, c3];
}

/** 32-bit FNV-1a over UTF-16 code units: 'a' → 0xe40c292c (Fowler, Noll, Vo; for ASCII the same as over bytes). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** What a number is for. Part of the key, so that `uniform('a')` and `normal('a')` have nothing to do with each other. */
const PURPOSE = { uniform: 0, normal: 1, integer: 2, permutation: 3, stream: 4 } as const;

/** A part of a key as one 32-bit word: an index is itself, a string its hash. */
function wordOf(part: KeyPart): number {
  if (typeof part === 'string') return fnv1a(part);
  if (isInteger(part, 0, LARGEST_WORD)) return part;
  throw new RangeError(
    `A random number's key is made of strings and of integers from 0 to ${LARGEST_WORD}; got ${String(part)}.`,
  );
}

/**
 * 128 random bits for a seed, a purpose and a key.
 *
 * Philox's counter is the key's words; its own key is the seed and the form of the key: which parts are strings, hence
 * also how many there are, and the purpose. Up to four words are the counter as they are, so that different indices
 * cannot collide; of a longer key each further block of four is XORed onto the scrambled blocks before it. Two strings
 * collide with probability 2^−32.
 */
function bits(seed: number, purpose: number, key: readonly KeyPart[]): Words {
  let counter: Words = [0, 0, 0, 0];
  let form = 0; // in base 2 with the digits 1 (index) and 2 (string): no two forms of up to 28 parts are alike
  for (const [i, part] of key.entries()) {
    const lane = (i & 3) as 0 | 1 | 2 | 3;
    if (i > 0 && lane === 0) counter = philox(counter, [seed, (8 * form + purpose) >>> 0]);
    counter[lane] = (counter[lane] ^ wordOf(part)) >>> 0;
    form = (2 * form + (typeof part === 'string' ? 2 : 1)) >>> 0;
  }
  return philox(counter, [seed, (8 * form + purpose) >>> 0]);
}

/** 53 bits of two words, as a fraction in [0, 1). */
function fraction(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 0x20000000000000;
}

/**
 * The random numbers of a seed.
 *
 * @param seed an integer from 0 to 2^32 − 1.
 * @throws RangeError for any other seed; its methods, for a key or an n out of range.
 *
 * ```ts
 * import { random } from 'unrolled';
 * const r = random(1997);
 * r.uniform('W_hh', 3); // → 0.37626599646196257
 * r.permutation(5, 'epoch', 0); // → [2, 0, 4, 1, 3]
 * r.uniform('W_hh', 3); // → 0.37626599646196257
 * ```
 */
export function random(seed: number): Random {
  if (!isInteger(seed, 0, LARGEST_WORD)) {
    throw new RangeError(`A seed is an integer from 0 to ${LARGEST_WORD}; got ${String(seed)}.`);
  }

  function uniform(purpose: number, key: readonly KeyPart[]): number {
    const [a, b] = bits(seed, purpose, key);
    return fraction(a, b);
  }

  return {
    seed,

    uniform: (...key) => uniform(PURPOSE.uniform, key),

    // Box & Muller 1958: √(−2 log u)·cos 2πv. 1 − u is never 0; the largest value possible is 8.57.
    normal(...key) {
      const [a, b, c, d] = bits(seed, PURPOSE.normal, key);
      return sqrt(-2 * log(1 - fraction(a, b))) * cos(2 * Math.PI * fraction(c, d));
    },

    // n·u is below n after rounding too; for n = 2^32 some values are likelier than others by one part in 2^21 at most.
    integer(n, ...key) {
      if (!isInteger(n, 1, LARGEST_WORD + 1)) {
        throw new RangeError(`random.integer(n) needs an integer n from 1 to ${LARGEST_WORD + 1}; got ${String(n)}.`);
      }
      return Math.floor(n * uniform(PURPOSE.integer, key));
    },

    // Fisher & Yates 1938, Durstenfeld 1964.
    permutation(n, ...key) {
      if (!isInteger(n, 0, LARGEST_WORD)) {
        throw new RangeError(`random.permutation(n) needs an integer n of at least 0; got ${String(n)}.`);
      }
      const order = Array.from({ length: n }, (_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = Math.floor((i + 1) * uniform(PURPOSE.permutation, [...key, i]));
        [order[i], order[j]] = [order[j] as number, order[i] as number];
      }
      return order;
    },

    stream(...key) {
      let i = 0;
      return { next: () => uniform(PURPOSE.stream, [...key, i++]) };
    },
  };
}
