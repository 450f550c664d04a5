/**
 * Two sequences through one network, whose memory is its hidden state (Elman) or its last output (Jordan). Where do
 * the two runs carry the same memory, and so become one? No DOM here.
 *
 * The network has two units. Both read x_t, the second with its sign turned; what is fed back goes to the first with
 * weight w. The output is the sum of the units, which hides the sign of x, or their difference, which shows it.
 */
import { type Cell, jordan, network, rnn, run, slice, type Tensor } from 'unrolled';
import { decode, encode } from '../_shared/url-state.ts';

export type Feedback = 'elman' | 'jordan';
export type Readout = 'sum' | 'difference';

export interface ElmanJordanState {
  readonly feedback: Feedback;
  readonly readout: Readout;
  /** Weight of the feedback. */
  readonly w: number;
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export type Run = 'a' | 'b';

export const T = 4;
export const INPUTS = [-1, 0, 1] as const;
export const LIMITS = { least: -2, most: 2, step: 0.1 } as const;

export const START: ElmanJordanState = {
  feedback: 'jordan',
  readout: 'sum',
  w: 1,
  a: [1, 0, 0, 0],
  b: [-1, 0, 0, 0],
};

export type Action =
  | { readonly type: 'set'; readonly change: Partial<Pick<ElmanJordanState, 'feedback' | 'readout' | 'w'>> }
  | { readonly type: 'input'; readonly run: Run; readonly t: number; readonly value: number };

export function act(state: ElmanJordanState, action: Action): ElmanJordanState {
  const next =
    action.type === 'set'
      ? { ...state, ...action.change }
      : { ...state, [action.run]: state[action.run].with(action.t - 1, action.value) };
  return isValid(next) ? next : state;
}

export const isWeight = (w: number): boolean => w >= LIMITS.least && w <= LIMITS.most;

const isValid = ({ w, a, b }: ElmanJordanState): boolean =>
  isWeight(w) && [a, b].every((x) => x.length === T && x.every((value) => INPUTS.some((each) => each === value)));

const VERSION = 1;

export const toUrl = ({ feedback, readout, w, a, b }: ElmanJordanState): string =>
  encode(VERSION, { f: feedback, y: readout, w: String(w), a: a.join('_'), b: b.join('_') });

export function fromUrl(text: string): ElmanJordanState | undefined {
  const decoded = decode(text, VERSION);
  if (!decoded.ok || Object.keys(decoded.fields).length !== 5) return undefined;
  const { f, y, w = '', a = '', b = '' } = decoded.fields;
  if ((f !== 'elman' && f !== 'jordan') || (y !== 'sum' && y !== 'difference')) return undefined;
  if (!/^-?\d(\.\d{1,3})?$/.test(w) || ![a, b].every((x) => /^-?\d(_-?\d)*$/.test(x))) return undefined;
  const numbers = (x: string) => x.split('_').map(Number);
  const state = { feedback: f, readout: y, w: Number(w), a: numbers(a), b: numbers(b) } as const;
  return isValid(state) ? state : undefined;
}

export interface Step {
  readonly t: number;
  readonly x: number;
  readonly h: readonly number[];
  readonly y: number;
  /** What the next step receives of this one: h or y. */
  readonly carried: readonly number[];
}

export interface Frame {
  readonly state: ElmanJordanState;
  readonly runs: Readonly<Record<Run, readonly Step[]>>;
  /** For each step, whether both runs carry the same numbers on. */
  readonly coincides: readonly boolean[];
  /** For each step, whether the outputs differ. */
  readonly tellsApart: readonly boolean[];
  /** The first step after which the runs are one: the same memory, and the same inputs still to come. */
  readonly mergedAfter: number | undefined;
}

export function frameOf(state: ElmanJordanState): Frame {
  const runs = { a: stepsOf(state, state.a), b: stepsOf(state, state.b) };
  const coincides = runs.a.map((step, k) => step.carried.every((value, i) => value === runs.b[k]!.carried[i]));
  const differ = state.a.findLastIndex((value, k) => value !== state.b[k]);
  const merged = coincides.findIndex((same, k) => same && k >= differ);
  return {
    state,
    runs,
    coincides,
    tellsApart: runs.a.map(({ y }, k) => y !== runs.b[k]!.y),
    mergedAfter: merged < 0 || differ < 0 ? undefined : merged + 1,
  };
}

const CELLS: Readonly<Record<Feedback, Cell>> = { elman: rnn, jordan };
const SIZES = { X: 1, H: 2, Y: 1, T, loss: 'mse' } as const;
const programs = {
  elman: network(CELLS.elman, SIZES),
  jordan: network(CELLS.jordan, SIZES),
};

function stepsOf({ feedback, readout, w }: ElmanJordanState, x: readonly number[]): Step[] {
  const values = run(programs[feedback], {
    ...(feedback === 'elman'
      ? {
          W_hh: [
            [w, 0],
            [0, 0],
          ],
          h_0: [0, 0],
        }
      : { W_yh: [[w], [0]], y_0: [0] }),
    W_xh: [[1], [-1]],
    b_h: [0, 0],
    W_hy: [[1, readout === 'sum' ? 1 : -1]],
    b_y: [0],
    x: x.map((value) => [value]),
    target: x.map(() => [0]),
  });
  // Adding 0 turns −0, which an odd function of 0 may be, into 0.
  const row = (stacked: Tensor, k: number) => Array.from(slice(stacked, k).data, (value) => value + 0);
  return x.map((value, k) => {
    const [h, y] = [row(values.get('h')!, k), row(values.get('y')!, k)];
    return { t: k + 1, x: value, h, y: y[0]!, carried: feedback === 'elman' ? h : y };
  });
}
