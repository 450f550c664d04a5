/**
 * The stepper's state: a plain value that the URL, the gallery, undo and the tests share. No DOM, no numbers
 * that can be computed from the rest: those are in `model.ts`.
 */
import type { CellId } from './families.ts';

/** How much one press of "forward" does: a time step, one equation, or one product or sum of two numbers. */
export const DEPTHS = ['step', 'equation', 'scalar'] as const;
export type Depth = (typeof DEPTHS)[number];

/** Numbers, one per step, each with a target; or a text that is read a character at a time and predicts the next. */
export type Sequence =
  | { readonly kind: 'numbers'; readonly x: readonly number[]; readonly target: readonly number[] }
  | { readonly kind: 'text'; readonly text: string };

export interface UnrollState {
  readonly cell: CellId;
  readonly sequence: Sequence;
  /** Hidden units. */
  readonly H: number;
  readonly seed: number;
  readonly lossAt: 'every' | 'last';
  /** Numbers that the reader set, by element name: `W_hh[0,1]`. The rest is drawn from the seed. */
  readonly edits: Readonly<Record<string, number>>;
  /** Gates held at a value at every step, by symbol: `{ f: 1 }`. */
  readonly clamp: Readonly<Record<string, number>>;
  /** Whether the backward half is part of the walk. */
  readonly backward: boolean;
  readonly depth: Depth;
  /** Equations done. */
  readonly at: number;
  /** Scalar equations done of the next equation, at depth `scalar`. */
  readonly sub: number;
  readonly folded: boolean;
}

/** What the figure accepts; the messages state it. */
export const LIMITS = { H: 8, T: 50, symbols: 12, scalarH: 4, characters: 10_000 } as const;

/** Time steps of a sequence: a text of n characters has n − 1, because each predicts the next. */
export const stepsOf = (sequence: Sequence): number =>
  sequence.kind === 'numbers' ? sequence.x.length : Array.from(sequence.text).length - 1;

/** The distinct characters of a text in order of first appearance: the one-hot positions. */
export const alphabetOf = (text: string): readonly string[] => [...new Set(Array.from(text))];

/** Targets that a reader did not give: the next number; the last step, which has none, keeps its own. */
export const nextValues = (x: readonly number[]): number[] => x.map((value, t) => x[t + 1] ?? value);

export const START: UnrollState = {
  cell: 'rnn',
  sequence: { kind: 'numbers', x: [1, 0, -1], target: [0, -1, -1] },
  H: 2,
  seed: 7,
  lossAt: 'every',
  edits: {},
  clamp: {},
  backward: false,
  depth: 'equation',
  at: 0,
  sub: 0,
  folded: false,
};
