/**
 * The state of the figure of one gradient step: a loss of one parameter as it was typed, or of a small network; where
 * training stands, and the learning rate. A plain value with its limits, and the reducer over it.
 */
import { expressions } from 'unrolled';
import { decode, encode } from '../../_shared/url-state.ts';

export const KINDS = ['one', 'network'] as const;

export interface StepState {
  readonly kind: (typeof KINDS)[number];
  /** The loss of one parameter w. */
  readonly text: string;
  /** Where it started. */
  readonly w: number;
  /** The weights of the network. */
  readonly seed: number;
  readonly rate: number;
  /** Steps that were taken from the start. */
  readonly updates: number;
}

export const LIMITS = {
  w: { least: -4, most: 4, step: 0.1 },
  seed: { least: 0, most: 999, step: 1 },
  rate: { least: 0.001, most: 3, step: 0.01 },
  updates: { least: 0, most: 50, step: 1 },
} as const;

export type Action =
  | { readonly type: 'set'; readonly change: Partial<StepState>; readonly isGoingOn?: boolean }
  | { readonly type: 'update'; readonly by: 1 | -1 };

export const isMove = (action: Action): boolean => action.type === 'set' && action.isGoingOn === true;

/** Another loss, start or rate is another training: it begins again. */
export function act(state: StepState, action: Action): StepState {
  const next =
    action.type === 'update'
      ? { ...state, updates: state.updates + action.by }
      : { ...state, ...action.change, updates: 0 };
  return isValid(next) ? next : state;
}

export const isWithin = (key: keyof typeof LIMITS, value: number): boolean => {
  const { least, most, step } = LIMITS[key];
  return value >= least && value <= most && (step !== 1 || Number.isInteger(value));
};

/** The formula of a loss, or undefined when it cannot be read. */
export function readLoss(text: string): expressions.Expression | undefined {
  try {
    return expressions.parse(text, ['w']);
  } catch (error) {
    if (error instanceof expressions.ExpressionError) return undefined;
    throw error;
  }
}

export const isValid = (state: StepState): boolean =>
  (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).every((key) => isWithin(key, state[key])) &&
  KINDS.includes(state.kind) &&
  readLoss(state.text) !== undefined;

const VERSION = 1;

export const toUrl = ({ kind, text, ...numbers }: StepState): string =>
  encode(VERSION, { k: kind, f: text, p: [numbers.w, numbers.seed, numbers.rate, numbers.updates].join('_') });

export function fromUrl(link: string): StepState | 'broken' | 'outdated' {
  const decoded = decode(link, VERSION);
  if (!decoded.ok) return decoded.reason;
  const { k, f = '', p = '', ...unknown } = decoded.fields;
  const numbers = p.split('_').map((each) => (/^-?\d+(\.\d+)?(e-\d+)?$/.test(each) ? Number(each) : Number.NaN));
  const [w, seed, rate, updates] = numbers as [number, number, number, number];
  const state = { kind: k as StepState['kind'], text: f, w, seed, rate, updates };
  return Object.keys(unknown).length === 0 && numbers.length === 4 && isValid(state) ? state : 'broken';
}
