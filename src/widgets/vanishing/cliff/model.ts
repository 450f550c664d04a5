/**
 * The loss of one logistic unit as a surface over its weight and its bias, and a descent on it. After Pascanu, Mikolov &
 * Bengio 2013, section 2.3: h_t = σ(w h_{t−1} + b) from h_0 = 0.5, and L = (h_T − 0.7)². No DOM and no timers.
 */
import { backward, clipByNorm, clipByValue, network, type Plan, plan, rnnLogistic, type Tensor } from 'unrolled';
import { isWithin } from '../../_shared/limit.ts';
import { decode, encode } from '../../_shared/url-state.ts';

export const CLIPS = ['none', 'norm', 'value'] as const;
export type Clip = (typeof CLIPS)[number];

export interface CliffState {
  readonly w: number;
  readonly b: number;
  readonly T: number;
  /** Learning rate. */
  readonly eta: number;
  /** Updates done from (w, b). */
  readonly updates: number;
  /** Whether clipping is shown, what the updates use, and its threshold θ. */
  readonly hasClipping: boolean;
  readonly clip: Clip;
  readonly theta: number;
}

export const WINDOW = { w: [4.4, 5], b: [-2.6, -2] } as const;
export const LIMITS = {
  w: { least: 0, most: 10, step: 0.05 },
  b: { least: -6, most: 2, step: 0.05 },
  T: { least: 1, most: 100, step: 1 },
  eta: { least: 0.01, most: 2, step: 0.05 },
  theta: { least: 0.05, most: 10, step: 0.05 },
  updates: { least: 0, most: 30, step: 1 },
} as const;
export const TARGET = 0.7;
export const H_0 = 0.5;

export const START: CliffState = {
  w: 4.7,
  b: -2.225,
  T: 50,
  eta: 0.3,
  updates: 3,
  hasClipping: false,
  clip: 'none',
  theta: 0.5,
};

export type Action =
  | { readonly type: 'set'; readonly change: Partial<CliffState> }
  | { readonly type: 'update'; readonly by: 1 | -1 };

export function act(state: CliffState, action: Action): CliffState {
  if (action.type === 'update') {
    const next = { ...state, updates: state.updates + action.by };
    return isValid(next) && (action.by < 0 || isFinitePoint(pathOf(state).at(-1)!)) ? next : state;
  }
  const { change } = action;
  const moved = 'w' in change || 'b' in change || 'T' in change;
  const next = { ...state, ...change, ...(moved && { updates: 0 }) };
  const settled = next.hasClipping ? next : { ...next, clip: 'none' as const };
  return isValid(settled) ? settled : state;
}

const isValid = (state: CliffState): boolean =>
  (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).every((key) => isWithin(state[key], LIMITS[key])) &&
  CLIPS.includes(state.clip) &&
  (state.hasClipping || state.clip === 'none');

const VERSION = 1;

export const toUrl = (state: CliffState): string =>
  encode(VERSION, {
    p: [state.w, state.b, state.T, state.eta, state.theta, state.updates].join('_'),
    c: state.hasClipping ? state.clip : 'hidden',
  });

export function fromUrl(text: string): CliffState | undefined {
  const decoded = decode(text, VERSION);
  if (!decoded.ok || Object.keys(decoded.fields).toSorted().join() !== 'c,p') return undefined;
  const { p, c } = decoded.fields as { p: string; c: string };
  const numbers = p.split('_').map((each) => (/^-?\d+(\.\d+)?$/.test(each) ? Number(each) : Number.NaN));
  const [w, b, T, eta, theta, updates] = numbers as [number, number, number, number, number, number];
  const hasClipping = c !== 'hidden';
  const state = { w, b, T, eta, theta, updates, hasClipping, clip: (hasClipping ? c : 'none') as Clip };
  return numbers.length === 6 && isValid(state) ? state : undefined;
}

const plans = new Map<string, Plan>();

/** The network for T steps, with its gradients or without, laid out once. */
function planFor(T: number, hasGradients: boolean): Plan {
  const key = `${T} ${hasGradients}`;
  let known = plans.get(key);
  if (!known) {
    const program = network(rnnLogistic, { X: 1, H: 1, Y: 1, T, loss: 'mse', lossAt: 'last' });
    known = plan(hasGradients ? backward(program, { wrt: ['W_hh', 'b_h'] }) : program, { type: 'float64' });
    for (const [name, value] of Object.entries({ W_xh: [0], W_hy: [1], b_y: [0], h_0: [H_0] })) known.set(name, value);
    known.set('x', new Array<number>(T).fill(0));
    known.set('target', new Array<number>(T).fill(TARGET));
    plans.set(key, known);
  }
  return known;
}

export function lossAt(w: number, b: number, T: number): number {
  const network = planFor(T, false);
  network.buffer('W_hh')[0] = w;
  network.buffer('b_h')[0] = b;
  network.run();
  return network.buffer('L')[0]!;
}

export interface Point {
  readonly w: number;
  readonly b: number;
  readonly L: number;
  /** ∂L/∂w, ∂L/∂b, and their length. */
  readonly gradient: Vector;
  readonly norm: number;
  /** The gradient that the next update uses. */
  readonly used: Vector;
}

export interface Vector {
  readonly w: number;
  readonly b: number;
}

export function clipped({ w, b }: Vector, clip: Clip, theta: number): Vector {
  const plain = ({ w, b }: Readonly<Record<string, Tensor>>): Vector => ({ w: w!.data[0]!, b: b!.data[0]! });
  if (clip === 'norm') return plain(clipByNorm({ w, b }, theta).gradients);
  return clip === 'value' ? plain(clipByValue({ w, b }, theta).gradients) : { w, b };
}

function pointAt({ w, b }: Vector, { T, clip, theta }: CliffState): Point {
  const network = planFor(T, true);
  network.buffer('W_hh')[0] = w;
  network.buffer('b_h')[0] = b;
  network.run();
  const gradient = { w: network.buffer('dL/dW_hh')[0]!, b: network.buffer('dL/db_h')[0]! };
  const used = clipped(gradient, clip, theta);
  return { w, b, L: network.buffer('L')[0]!, gradient, norm: Math.hypot(gradient.w, gradient.b), used };
}

const isFinitePoint = ({ L, norm }: Point): boolean => Number.isFinite(L) && Number.isFinite(norm);

/** The point after 0, 1, … updates. It ends early where a number is no longer finite. */
export function pathOf(state: CliffState): Point[] {
  const path = [pointAt(state, state)];
  for (let n = 0; n < state.updates; n++) {
    const { w, b, used } = path.at(-1)!;
    const next = pointAt({ w: w - state.eta * used.w, b: b - state.eta * used.b }, state);
    path.push(next);
    if (!isFinitePoint(next)) break;
  }
  return path;
}

export const isInside = ({ w, b }: Vector): boolean =>
  w >= WINDOW.w[0] && w <= WINDOW.w[1] && b >= WINDOW.b[0] && b <= WINDOW.b[1];

/** Loss in the middle of each cell of a grid over the window; rows from the largest b down. */
export const GRID = { columns: 60, rows: 48 } as const;
const surfaces = new Map<number, readonly (readonly number[])[]>();

export function surfaceOf(T: number): readonly (readonly number[])[] {
  if (!surfaces.has(T)) {
    const { columns, rows } = GRID;
    const place = ([low, high]: readonly [number, number], part: number) => low + (high - low) * part;
    const at = (x: number, y: number) =>
      lossAt(place(WINDOW.w, (x + 0.5) / columns), place(WINDOW.b, 1 - (y + 0.5) / rows), T);
    surfaces.set(
      T,
      Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_each, x) => at(x, y))),
    );
  }
  return surfaces.get(T)!;
}

/** Loss along b, at one w: a cut through the surface. */
export const cutOf = (w: number, T: number, points = 240): { readonly b: number; readonly L: number }[] =>
  Array.from({ length: points + 1 }, (_, n) => {
    const b = WINDOW.b[0] + ((WINDOW.b[1] - WINDOW.b[0]) * n) / points;
    return { b, L: lossAt(w, b, T) };
  });

/** Largest loss that a state between 0 and 1 can have. */
export const MOST = Math.max(TARGET, 1 - TARGET) ** 2;
