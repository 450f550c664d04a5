/**
 * What the map can be asked: a network, what is measured in it, and which place of the map is looked at. Plain values
 * and their limits; nothing is computed here.
 */
import { isWithin, type Limit } from '../_shared/limit.ts';

export const CELLS = ['rnn', 'lstm', 'gru'] as const;
export type CellId = (typeof CELLS)[number];

export const ACTIVATIONS = ['tanh', 'relu', 'logistic', 'identity'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** How a matrix W_h· is drawn. `own`: the reader's W_hh, in each gate too. */
export const SCHEMES = ['glorot', 'gaussian', 'orthogonal', 'identity', 'own'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The biases of the gates that decide what is kept: 0, 1, or memories of every length up to T. */
export const BIASES = ['zero', 'one', 'chrono'] as const;
export type BiasScheme = (typeof BIASES)[number];

export const INPUTS = ['silence', 'noise', 'own'] as const;
export type InputKind = (typeof INPUTS)[number];

export const MEASURES = ['state', 'loss'] as const;
export type Measure = (typeof MEASURES)[number];

export interface VanishingState {
  /** φ of the plain RNN. */
  readonly activation: Activation;
  readonly scheme: Scheme;
  /** What the drawn matrices are scaled to: their largest |eigenvalue|. As drawn when undefined. */
  readonly radius: number | undefined;
  /** The reader's own W_hh, row by row; [] when it is drawn. */
  readonly W: readonly (readonly number[])[];
  readonly H: number;
  readonly T: number;
  readonly seed: number;
  /** What every unit starts from. */
  readonly h_0: number;
  readonly input: InputKind;
  /** The reader's own inputs, repeated when they are fewer than T; [] when there are none. */
  readonly x: readonly number[];
  /** One W_h· for all steps, or a fresh one for each. */
  readonly isTied: boolean;
  /** Layers of the plain RNN, and whether each sum is layer-normalised. */
  readonly layers: number;
  readonly hasLayerNorm: boolean;
  /** Whether LSTM and GRU stand beside the plain RNN. */
  readonly hasGated: boolean;
  readonly bias: BiasScheme;
  /** ∂h_t/∂s_k, or ∂l_t/∂s_k. */
  readonly measure: Measure;
  /** The place of the map that is looked at, and in which cell's map. */
  readonly cell: CellId;
  readonly t: number;
  readonly k: number;
}

export const LIMITS = {
  H: { least: 1, most: 8, step: 1 },
  T: { least: 2, most: 50, step: 1 },
  seed: { least: 1, most: 9999, step: 1 },
  radius: { least: 0, most: 3, step: 0.05 },
  h_0: { least: -3, most: 3, step: 0.1 },
  layers: { least: 1, most: 4, step: 1 },
  /** Of the reader's own matrix and inputs. */
  own: { least: -1e12, most: 1e12, step: 0.1 },
} as const satisfies Record<string, Limit>;

export const START: VanishingState = {
  activation: 'tanh',
  scheme: 'orthogonal',
  radius: 0.9,
  W: [],
  H: 8,
  T: 40,
  seed: 1,
  h_0: 0,
  input: 'noise',
  x: [],
  isTied: true,
  layers: 1,
  hasLayerNorm: false,
  hasGated: false,
  bias: 'zero',
  measure: 'state',
  cell: 'rnn',
  t: 40,
  k: 10,
};

export type Action =
  | { readonly type: 'set'; readonly change: Partial<VanishingState> }
  | { readonly type: 'look'; readonly cell: CellId; readonly t: number; readonly k: number };

/** The next state, made consistent; the old one when the action makes no sense. */
export function act(state: VanishingState, action: Action): VanishingState {
  const { type: _, ...look } = { ...action };
  const next = consistent(action.type === 'look' ? { ...state, ...look } : { ...state, ...action.change }, state);
  return isValid(next) ? next : state;
}

const between = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** Sizes follow an own matrix, the place follows T, and what cannot be shown together gives way to what was chosen last. */
function consistent(next: VanishingState, before: VanishingState): VanishingState {
  const isOwn = next.scheme === 'own';
  const W = isOwn ? next.W : [];
  const hasGated = next.hasGated && (next.layers === 1 || !before.hasGated);
  // A place at the last step stays there.
  const t = next.t === before.t && before.t === before.T ? next.T : between(next.t, 1, next.T);
  return {
    ...next,
    W,
    H: isOwn && W.length > 0 ? W.length : next.H,
    x: next.input === 'own' ? next.x : [],
    hasGated,
    layers: hasGated ? 1 : next.layers,
    cell: hasGated ? next.cell : 'rnn',
    t,
    k: between(next.k, 0, t),
  };
}

export const isOwnMatrix = (W: readonly (readonly number[])[]): boolean =>
  W.length >= 1 &&
  W.length <= LIMITS.H.most &&
  W.every((row) => row.length === W.length && row.every((w) => isWithin(w, LIMITS.own)));

export const isOwnInput = (x: readonly number[]): boolean =>
  x.length >= 1 && x.length <= LIMITS.T.most && x.every((x_t) => isWithin(x_t, LIMITS.own));

const isOneOf = <A>(all: readonly A[], value: A): boolean => all.includes(value);

export const isValid = (state: VanishingState): boolean =>
  isOneOf(ACTIVATIONS, state.activation) &&
  isOneOf(SCHEMES, state.scheme) &&
  isOneOf(INPUTS, state.input) &&
  isOneOf(BIASES, state.bias) &&
  isOneOf(MEASURES, state.measure) &&
  isOneOf(CELLS, state.cell) &&
  (['H', 'T', 'seed', 'h_0', 'layers'] as const).every((key) => isWithin(state[key], LIMITS[key])) &&
  (state.radius === undefined || isWithin(state.radius, LIMITS.radius)) &&
  (state.scheme === 'own' ? isOwnMatrix(state.W) : state.W.length === 0) &&
  (state.input === 'own' ? isOwnInput(state.x) : state.x.length === 0) &&
  (!state.hasGated || state.layers === 1) &&
  (state.hasGated || state.cell === 'rnn') &&
  isWithin(state.t, { least: 1, most: state.T, step: 1 }) &&
  isWithin(state.k, { least: 0, most: state.t, step: 1 });
