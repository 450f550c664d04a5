/**
 * What the figure is asked: which engine, on how small a network, which number is looked at, and what the reader takes the
 * bug for. A plain value with its limits; nothing is computed here.
 */
import { random } from 'unrolled';
import { BUG_IDS, type BugId } from './bugs.ts';

export interface BreakState {
  /** A bug by name, or one that the seed picks and nobody names. */
  readonly bug: BugId | 'mystery';
  /** Of weights and data, and of the mystery. */
  readonly seed: number;
  readonly H: number;
  readonly T: number;
  readonly layers: number;
  /** The first backward pass of a training, or the second, after an update. */
  readonly pass: number;
  /** The number that is looked at: whose gradient, and the flat position in it. */
  readonly name: string;
  readonly at: number;
  /** What the reader takes the bug for, and whether the answer was asked for. */
  readonly guess: BugId | undefined;
  readonly isShown: boolean;
}

export interface Limit {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

export const LIMITS = {
  seed: { least: 1, most: 9999, step: 1 },
  H: { least: 1, most: 3, step: 1 },
  T: { least: 1, most: 5, step: 1 },
  layers: { least: 1, most: 2, step: 1 },
  pass: { least: 1, most: 2, step: 1 },
} as const satisfies Record<string, Limit>;

export type Setting = keyof typeof LIMITS;

export const START: BreakState = {
  bug: 'mystery',
  seed: 1,
  H: 2,
  T: 3,
  layers: 1,
  pass: 1,
  name: 'W_hh',
  at: 0,
  guess: undefined,
  isShown: false,
};

export type Action =
  | { readonly type: 'set'; readonly change: Partial<Pick<BreakState, 'H' | 'T' | 'layers' | 'pass'>> }
  | { readonly type: 'bug'; readonly bug: BreakState['bug']; readonly seed?: number }
  | { readonly type: 'look'; readonly name: string; readonly at: number }
  | { readonly type: 'guess'; readonly guess: BugId }
  | { readonly type: 'show' };

/** Looking at another number is nothing that "undo" should take back. */
export const isMove = ({ type }: Action): boolean => type === 'look';

export function act(state: BreakState, action: Action): BreakState {
  const next = fitted(changed(state, action));
  return isValid(next) ? next : state;
}

function changed(state: BreakState, action: Action): BreakState {
  switch (action.type) {
    case 'set':
      return { ...state, ...action.change };
    case 'bug':
      return { ...state, bug: action.bug, seed: action.seed ?? state.seed, guess: undefined, isShown: false };
    case 'look':
      return { ...state, name: action.name, at: action.at };
    case 'guess':
      return { ...state, guess: action.guess };
    case 'show':
      return { ...state, isShown: true };
  }
}

/** A number that the network no longer has gives way to the first. */
const fitted = (state: BreakState): BreakState =>
  state.at < (blocksOf(state).find(({ name }) => name === state.name)?.size ?? 0)
    ? state
    : { ...state, name: blocksOf(state)[0]!.name, at: 0 };

/** Which engine it is. */
export const bugOf = ({ bug, seed }: Pick<BreakState, 'bug' | 'seed'>): BugId =>
  bug === 'mystery' ? BUG_IDS[Math.floor(random(seed).uniform('mystery') * BUG_IDS.length)]! : bug;

/** Whether it is said which engine it is: it was named, found, or asked for. */
export const isSolved = (state: BreakState): boolean =>
  state.bug !== 'mystery' || state.isShown || state.guess === bugOf(state);

/** What has a gradient of its own here: a parameter, or the state at one step. */
export interface Block {
  readonly name: string;
  readonly kind: 'parameter' | 'state';
  readonly layer: number;
  readonly rows: number;
  readonly columns: number;
  readonly size: number;
  /** Of a state: its step. */
  readonly t?: number;
}

/** Every block of a network, layer by layer; the readout counts to the layer above the last. */
export function blocksOf({ H, T, layers }: Pick<BreakState, 'H' | 'T' | 'layers'>): readonly Block[] {
  const block = (name: string, layer: number, rows: number, columns: number, t?: number): Block => ({
    ...{ name, layer, rows, columns, size: rows * columns },
    ...(t === undefined ? { kind: 'parameter' } : { kind: 'state', t }),
  });
  const all = Array.from({ length: layers }, (_, k) => k + 1);
  const of = (layer: number) => (layers === 1 ? '' : `^${layer}`);
  return [
    ...all.flatMap((layer) => [
      block(`W_hh${of(layer)}`, layer, H, H),
      block(`W_xh${of(layer)}`, layer, H, layer === 1 ? 1 : H),
      block(`b_h${of(layer)}`, layer, H, 1),
    ]),
    block('W_hy', layers + 1, 1, H),
    block('b_y', layers + 1, 1, 1),
    ...all.flatMap((layer) =>
      Array.from({ length: T + 1 }, (_, t) => block(`h${layer === layers ? '' : of(layer)}_${t}`, layer, H, 1, t)),
    ),
  ];
}

const isWithin = (value: number, { least, most }: Limit): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** Whether every part of a state is what it may be. */
export const isValid = (state: BreakState): boolean =>
  (Object.keys(LIMITS) as Setting[]).every((key) => isWithin(state[key], LIMITS[key])) &&
  [...BUG_IDS, 'mystery'].includes(state.bug) &&
  (state.guess === undefined || BUG_IDS.includes(state.guess)) &&
  blocksOf(state).some(
    ({ name, size }) => name === state.name && isWithin(state.at, { least: 0, most: size - 1, step: 1 }),
  );
