/**
 * Where the gradient of a shared weight comes from: its terms by lag, for one unit that reads ones, with the loss at the
 * last step, whose target is 0. No DOM and no timers.
 */
import { network, rnn, rnnIdentity, throughTime } from 'unrolled';
import { isWithin } from '../../_shared/limit.ts';
import { decode, encode } from '../../_shared/url-state.ts';

export const ACTIVATIONS = ['identity', 'tanh'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

export interface LagsState {
  readonly activation: Activation;
  readonly w: number;
  readonly T: number;
}

export const LIMITS = {
  w: { least: -1.5, most: 1.5, step: 0.05 },
  T: { least: 2, most: 40, step: 1 },
} as const;
export const START: LagsState = { activation: 'identity', w: 0.5, T: 20 };
/** Lags that are called near: 0 … 4. */
export const NEAR = 5;

export interface Action {
  readonly type: 'set';
  readonly change: Partial<LagsState>;
}

export function act(state: LagsState, { change }: Action): LagsState {
  const next = { ...state, ...change };
  return isValid(next) ? next : state;
}

const isValid = ({ activation, w, T }: LagsState): boolean =>
  ACTIVATIONS.includes(activation) && isWithin(w, LIMITS.w) && isWithin(T, LIMITS.T);

const VERSION = 1;

export const toUrl = ({ activation, w, T }: LagsState): string =>
  encode(VERSION, { a: activation, w: String(w), T: String(T) });

export function fromUrl(text: string): LagsState | undefined {
  const decoded = decode(text, VERSION);
  if (!decoded.ok || Object.keys(decoded.fields).toSorted().join() !== 'T,a,w') return undefined;
  const number = (field = '') => (/^-?\d+(\.\d+)?$/.test(field) ? Number(field) : Number.NaN);
  const { a, w, T } = decoded.fields;
  const state = { activation: a as Activation, w: number(w), T: number(T) };
  return isValid(state) ? state : undefined;
}

export interface Frame {
  readonly state: LagsState;
  /** What the weight's use at t − lag adds to the gradient, for lag 0 … T − 1. */
  readonly terms: readonly number[];
  /** Their sizes, as parts of the sum of all sizes. */
  readonly shares: readonly number[];
  readonly gradient: number;
  /** The share of the nearest lags. */
  readonly near: number;
}

export function frameOf(state: LagsState): Frame {
  const { activation, w, T } = state;
  const cell = activation === 'tanh' ? rnn : rnnIdentity;
  const program = network(cell, { X: 1, H: 1, Y: 1, T, loss: 'mse', lossAt: 'last' });
  const all = (value: number) => Array.from({ length: T }, () => [value]);
  const weights = { W_hh: [[w]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
  const table = throughTime.lagTerms(program, { ...weights, x: all(1), target: all(0) }, 'W_hh');
  const byLag = throughTime.lagShares(table);
  const shares = byLag.map(({ share }) => share);
  return {
    state,
    terms: byLag.map(({ gradient }) => gradient.data[0]!),
    shares,
    gradient: throughTime.totalOf(table).data[0]!,
    near: shares.slice(0, NEAR).reduce((sum, share) => sum + share, 0),
  };
}
