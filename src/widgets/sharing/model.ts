/**
 * One set of weights for all steps, or a set for each: what it costs, and how far products of random matrices spread.
 * No DOM and no timers here: `Lengths` is computed a few seeds at a time by whoever asks.
 */
import { initializers, math, parameterCount, random, rnn, sizeOf } from 'unrolled';
import { decode, encode } from '../_shared/url-state.ts';

export interface SharingState {
  readonly isShared: boolean;
  /** Time steps. */
  readonly T: number;
}

export const LIMITS = { least: 1, most: 100 } as const;
export const START: SharingState = { isShared: true, T: 60 };
/** The layer that is counted: n units that read m numbers. */
export const SIZES = { X: 1, H: 32, Y: 1 } as const;
export const SEEDS = 200;

export type Action = { readonly type: 'set'; readonly change: Partial<SharingState> };

export function act(state: SharingState, { change }: Action): SharingState {
  const next = { ...state, ...change };
  return isLength(next.T) ? next : state;
}

export const isLength = (T: number): boolean => Number.isInteger(T) && T >= LIMITS.least && T <= LIMITS.most;

const VERSION = 1;

export const toUrl = ({ isShared, T }: SharingState): string =>
  encode(VERSION, { w: isShared ? 'shared' : 'own', T: String(T) });

export function fromUrl(text: string): SharingState | undefined {
  const decoded = decode(text, VERSION);
  if (!decoded.ok || Object.keys(decoded.fields).length !== 2) return undefined;
  const { w, T = '' } = decoded.fields;
  const state = { isShared: w === 'shared', T: /^\d{1,3}$/.test(T) ? Number(T) : 0 };
  return (w === 'shared' || w === 'own') && isLength(state.T) ? state : undefined;
}

export interface Cost {
  readonly learned: number;
  readonly multiplications: number;
  /** Steps that the weights can be run for: this number only, or any. */
  readonly lengths: number | 'any';
}

/** A product of a matrix with a vector takes one multiplication for each entry of the matrix. */
export function costOf({ isShared, T }: SharingState): Cost {
  const { W_hh, W_xh } = rnn.parameters(SIZES);
  const set = parameterCount(rnn, SIZES);
  return {
    learned: isShared ? set : set * T,
    multiplications: T * (sizeOf(W_hh!) + sizeOf(W_xh!)),
    lengths: isShared ? 'any' : T,
  };
}

export type Kind = 'tied' | 'untied' | 'orthogonal';
export const KINDS: readonly Kind[] = ['tied', 'untied', 'orthogonal'];

/** log₁₀ of a vector's length after 1 … 100 products, for one seed. */
export type Lengths = Readonly<Record<Kind, Float64Array>>;

/** What one seed's matrices do to a vector of length 1, after every number of products that the figure can ask for. */
export function lengthsOf(seed: number): Lengths {
  const n = SIZES.H;
  const source = random(seed);
  const gaussian = initializers.normal(1 / math.sqrt(n));
  const rotation = initializers.orthogonal();
  return {
    tied: powers(gaussian([n, n], source, 'W')),
    untied: freshProducts((t) => gaussian([n], source, 'fresh', t)),
    orthogonal: powers(rotation([n, n], source, 'Q')),
  };
}

/** One matrix, applied again and again. */
function powers(W: Float64Array): Float64Array {
  const n = math.sqrt(W.length);
  let v: Float64Array = new Float64Array(n).fill(1 / math.sqrt(n));
  let grown = 0;
  return new Float64Array(LIMITS.most).map(() => {
    v = apply(W, v);
    const length = normOf(v);
    grown += log10(length);
    v = v.map((x) => x / length);
    return grown;
  });
}

/**
 * A new Gaussian matrix at every step. A matrix of independent normal numbers of deviation 1/√n takes any vector of
 * length 1 to independent normal numbers of deviation 1/√n, so these are drawn instead of the n² entries.
 */
function freshProducts(draw: (t: number) => Float64Array): Float64Array {
  let grown = 0;
  return new Float64Array(LIMITS.most).map((_, t) => {
    grown += log10(normOf(draw(t)));
    return grown;
  });
}

export function apply(W: Float64Array, v: Float64Array): Float64Array {
  const n = v.length;
  return v.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += W[i * n + j]! * v[j]!;
    return sum;
  });
}

export const normOf = (v: Float64Array): number => math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
export const log10 = (x: number): number => math.log(x) / Math.LN10;

export interface Spread {
  readonly kind: Kind;
  /** log₁₀ of the length, one for each seed, in the order of the seeds. */
  readonly values: readonly number[];
  readonly mean: number;
  readonly deviation: number;
}

/** How far the lengths after T products lie apart, over seeds. */
export const spreadsOf = (all: readonly Lengths[], T: number): readonly Spread[] =>
  KINDS.map((kind) => {
    const values = all.map((lengths) => lengths[kind][T - 1]!);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    return { kind, values, mean, deviation: values.length > 1 ? math.sqrt(squares / (values.length - 1)) : 0 };
  });

/** Half the width of the histogram's axis in powers of ten, and of how many a bar stands. */
export const AXIS = { reach: 10, step: 0.5 } as const;

/**
 * How many values lie within half a step of each mark of the axis: …, 10^−½, 1, 10^½, …. What lies beyond the axis is
 * counted at its ends.
 */
export function histogram(values: readonly number[]): readonly number[] {
  const ends = AXIS.reach / AXIS.step;
  const counts = Array<number>(2 * ends + 1).fill(0);
  for (const value of values) {
    const place = Math.round(value / AXIS.step);
    counts[Math.min(ends, Math.max(-ends, place)) + ends]! += 1;
  }
  return counts;
}

/** What the histogram draws: small enough to be written into the page when it is built. */
export interface Picture {
  readonly T: number;
  readonly seeds: number;
  readonly rows: readonly { readonly kind: Kind; readonly counts: readonly number[]; readonly deviation: number }[];
}

export const pictureOf = (all: readonly Lengths[], T: number): Picture => ({
  T,
  seeds: all.length,
  rows: spreadsOf(all, T).map(({ kind, values, deviation }) => ({ kind, counts: histogram(values), deviation })),
});

/** Time steps that the strip shows: all of a few; the first three and the last of many. */
export const stripOf = (T: number): readonly (number | 'more')[] =>
  T <= 5 ? Array.from({ length: T }, (_, k) => k + 1) : [1, 2, 3, 'more', T];
