/**
 * A network that continues a sine wave, with one weight a little off. For the first steps it reads the true values
 * (teacher forcing), from then on its own last output. No DOM here.
 *
 * Two linear units keep the last two values read, and s_{t+1} = 2 cos ω · s_t − s_{t−1} is exact for a sine.
 */
import { backward, type Given, math, network, output, rnnIdentity, run } from 'unrolled';
import { decode, encode } from '../../_shared/url-state.ts';

export interface ForcingState {
  /** By how many percent the weight is off. */
  readonly percent: number;
  /** How many steps read the true value. */
  readonly forced: number;
}

export const T = 24;
const OMEGA = 0.6;
export const LIMITS = { percent: [-5, 5], forced: [1, T] } as const;
export const START: ForcingState = { percent: 2, forced: 8 };

export type Action = { readonly type: 'set'; readonly change: Partial<ForcingState> };

export function act(state: ForcingState, { change }: Action): ForcingState {
  const next = { ...state, ...change };
  return isValid(next) ? next : state;
}

const isWithin = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;
const isValid = ({ percent, forced }: ForcingState): boolean =>
  isWithin(percent, LIMITS.percent) && Number.isInteger(forced) && isWithin(forced, LIMITS.forced);

const VERSION = 1;

export const toUrl = ({ percent, forced }: ForcingState): string =>
  encode(VERSION, { e: String(percent), f: String(forced) });

export function fromUrl(text: string): ForcingState | undefined {
  const decoded = decode(text, VERSION);
  if (!decoded.ok || Object.keys(decoded.fields).length !== 2) return undefined;
  const { e = '', f = '' } = decoded.fields;
  if (!/^-?\d(\.\d{1,2})?$/.test(e) || !/^\d{1,2}$/.test(f)) return undefined;
  const state = { percent: Number(e), forced: Number(f) };
  return isValid(state) ? state : undefined;
}

export interface Step {
  readonly t: number;
  readonly isForced: boolean;
  /** What is read: the true value, or the last output. */
  readonly read: number;
  readonly output: number;
  readonly target: number;
}

export interface Frame {
  readonly state: ForcingState;
  readonly steps: readonly Step[];
  /** The mean of the squared errors. */
  readonly loss: number;
  /** The derivative of that mean by the weight that is off. */
  readonly gradient: number;
  /** The largest size of an error while the true values are read, and afterwards (0 when there is no such step). */
  readonly largest: { readonly forced: number; readonly free: number };
}

const program = backward(network(rnnIdentity, { X: 1, H: 2, Y: 1, T, loss: 'mse', feedback: 'y' }), { wrt: ['W_hy'] });
const wave = (t: number): number => math.sin(OMEGA * t);
const steps = Array.from({ length: T }, (_, k) => k + 1);

export function frameOf(state: ForcingState): Frame {
  const values = run(program, givenOf(state));
  const [u, y] = ['u', 'y'].map((name) => values.get(name)!.data);
  const all = steps.map(
    (t, k): Step => ({ t, isForced: t <= state.forced, read: u![k]!, output: y![k]!, target: wave(t + 1) }),
  );
  const largest = (isForced: boolean) =>
    Math.max(0, ...all.filter((step) => step.isForced === isForced).map((step) => Math.abs(step.output - step.target)));
  return {
    state,
    steps: all,
    loss: output(program, values, 'L').data[0]! / T,
    gradient: output(program, values, 'dL/dW_hy').data[0]! / T,
    largest: { forced: largest(true), free: largest(false) },
  };
}

const givenOf = ({ percent, forced }: ForcingState): Given => ({
  W_hh: [
    [0, 0],
    [1, 0],
  ],
  W_xh: [[1], [0]],
  b_h: [0, 0],
  W_hy: [[2 * math.cos(OMEGA) * (1 + percent / 100), -1]],
  b_y: [0],
  h_0: [wave(0), 0],
  y_0: [0],
  x: steps.map((t) => [wave(t)]),
  target: steps.map((t) => [wave(t + 1)]),
  forced: steps.map((t) => (t <= forced ? 1 : 0)),
});
