/**
 * What the figure can be asked: which layer, whose numbers go in, and how they are carried over to the other forms.
 * Plain values and their limits; a reader's file is no part of it, because an address cannot hold one.
 */
import { isWithin, type Limit } from '../_shared/limit.ts';
import { FORMS, type FormId, formOf, LAYERS, type Layer } from './forms.ts';

/** By their letters; by their letters with z turned over where it has to be; block by block as the arrays lie. */
export const CARRIES = ['letter', 'turned', 'blocks'] as const;
export type Carry = (typeof CARRIES)[number];

export interface ConventionsState {
  readonly layer: Layer;
  /** The form for which the numbers were made. */
  readonly home: FormId;
  readonly carry: Carry;
  readonly H: number;
  readonly seed: number;
  /** What is read, a number at each step; every input of the layer gets it. */
  readonly x: readonly number[];
  /** Whether b_hn is as drawn, or 0. */
  readonly hasSecondBias: boolean;
  /** Whether W_hn keeps its diagonal only. */
  readonly isDiagonal: boolean;
  /** The unit whose states are drawn. */
  readonly unit: number;
  /** The two forms that are looked at. */
  readonly pair: readonly [FormId, FormId];
}

export const LIMITS = {
  // With one unit reset before and after are the same.
  H: { least: 2, most: 64, step: 1 },
  seed: { least: 1, most: 9999, step: 1 },
  T: { least: 1, most: 12, step: 1 },
  /** A file's layer may have more units than are drawn from a seed; of fewer, the last is shown. */
  unit: { least: 0, most: 1023, step: 1 },
  x: { least: -1e6, most: 1e6, step: 0.1 },
} as const satisfies Record<string, Limit>;

export const START: ConventionsState = {
  layer: 'gru',
  home: 'pytorch',
  carry: 'letter',
  H: 2,
  seed: 14,
  x: [1, 0, -1, 0.5, 0, 1],
  hasSecondBias: true,
  isDiagonal: false,
  unit: 0,
  pair: ['chung', 'cho'],
};

/** What an LSTM starts from: the forms of the GRU that it lacks give way. */
const LSTM_START = { layer: 'lstm', home: 'pytorch', carry: 'blocks', pair: ['pytorch', 'onnx'] } as const;

export type Action =
  | { readonly type: 'set'; readonly change: Partial<ConventionsState> }
  | { readonly type: 'look'; readonly pair: ConventionsState['pair'] };

/** The next state; the old one when the action makes no sense. */
export function act(state: ConventionsState, action: Action): ConventionsState {
  const change = action.type === 'look' ? { pair: action.pair } : action.change;
  const next = { ...state, ...forLayer(state, change.layer), ...change };
  return isValid(next) ? next : state;
}

function forLayer(state: ConventionsState, layer: Layer | undefined): Partial<ConventionsState> {
  if (layer === undefined || layer === state.layer) return {};
  return layer === 'lstm' ? LSTM_START : { home: START.home, carry: START.carry, pair: START.pair };
}

export const isInput = (x: readonly number[]): boolean =>
  isWithin(x.length, LIMITS.T) && x.every((x_t) => isWithin(x_t, LIMITS.x));

export function isValid({ layer, home, carry, H, seed, x, unit, pair }: ConventionsState): boolean {
  return (
    LAYERS.includes(layer) &&
    pair.length === 2 &&
    [home, ...pair].every((id) => FORMS[layer].includes(formOf(layer, id))) &&
    CARRIES.includes(carry) &&
    (layer === 'gru' || carry !== 'turned') &&
    isWithin(H, LIMITS.H) &&
    isWithin(seed, LIMITS.seed) &&
    isWithin(unit, LIMITS.unit) &&
    isInput(x)
  );
}
