/**
 * The Taylor test of a derivative that the reader wrote: what the first order leaves out, at steps that are halved. With
 * the right slope it is divided by four each time, with a wrong one by two. No DOM and no timers.
 */
import { coefficientsOf, expressions, jets, output, run, type TaylorTestRow, taylorTest } from 'unrolled';
import { decode, encode } from '../../_shared/url-state.ts';

export interface CheckState {
  /** A loss of one parameter w, and what is claimed to be its derivative. */
  readonly loss: string;
  readonly slope: string;
  readonly w: number;
}

export const LIMITS = { least: -4, most: 4, step: 0.1 } as const;
const VARIABLES = ['w'] as const;
/** The first step and how often it is halved. */
const H = 0.1;
const ROWS = 12;

export interface Action {
  readonly change: Partial<CheckState>;
  readonly isGoingOn: boolean;
}
export const isMove = ({ isGoingOn }: Action): boolean => isGoingOn;

export function act(state: CheckState, { change }: Action): CheckState {
  const next = { ...state, ...change };
  return isValid(next) ? next : state;
}

const read = (text: string): expressions.Expression | undefined => {
  try {
    return expressions.parse(text, VARIABLES);
  } catch (error) {
    if (error instanceof expressions.ExpressionError) return undefined;
    throw error;
  }
};

export const isWithin = (w: number): boolean => w >= LIMITS.least && w <= LIMITS.most;
const isValid = ({ loss, slope, w }: CheckState): boolean =>
  isWithin(w) && read(loss) !== undefined && read(slope) !== undefined;

const VERSION = 1;
export const toUrl = ({ loss, slope, w }: CheckState): string => encode(VERSION, { f: loss, g: slope, w: String(w) });

export function fromUrl(link: string): CheckState | 'broken' | 'outdated' {
  const decoded = decode(link, VERSION);
  if (!decoded.ok) return decoded.reason;
  const { f = '', g = '', w = '', ...unknown } = decoded.fields;
  const state = { loss: f, slope: g, w: /^-?\d+(\.\d+)?$/.test(w) ? Number(w) : Number.NaN };
  return Object.keys(unknown).length === 0 && isValid(state) ? state : 'broken';
}

/** `right`: errors of order 2 or more. `wrong`: of order 1. `exact`: there is no error. `open`: numbers say nothing. */
export type Verdict = 'right' | 'wrong' | 'exact' | 'open';

export interface Frame {
  readonly state: CheckState;
  readonly loss: expressions.Expression;
  readonly slope: expressions.Expression;
  /** What the reader's formula gives at w, and what the engine finds. */
  readonly claimed: number;
  readonly engine: number;
  readonly rows: readonly TaylorTestRow[];
  /** The order of the error, from the last halvings that stand above rounding. */
  readonly order: number;
  readonly verdict: Verdict;
}

export function frameOf(state: CheckState): Frame {
  const { w } = state;
  const [loss, slope] = [read(state.loss)!, read(state.slope)!];
  const program = expressions.programOf(loss, { variables: VARIABLES, output: 'L', kind: 'parameter' });
  const derivative = expressions.programOf(slope, { variables: VARIABLES });
  const claimed = output(derivative, run(derivative, { w }), 'y').data[0]!;
  const [value, engine] = coefficientsOf(program, 'L', jets(program, { w }, { seed: { w: 1 } })) as [number, number];
  const rows = taylorTest(program, { w }, { w: 1 }, claimed, { h: H, rows: ROWS });
  const rounding = 1e-12 * Math.max(1, Math.abs(value));
  const clear = rows.filter(({ error, ratio }) => error > rounding && Number.isFinite(ratio)).slice(-3);
  const product = clear.reduce((all, { ratio }) => all * ratio, 1);
  const order = clear.length === 0 ? Number.NaN : Math.log2(product) / clear.length;
  return { state, loss, slope, claimed, engine, rows, order, verdict: verdictOf(rows, rounding, order) };
}

function verdictOf(rows: readonly TaylorTestRow[], rounding: number, order: number): Verdict {
  if (rows.every(({ error }) => error <= rounding)) return 'exact';
  if (order > 1.8) return 'right';
  return order < 1.2 && order > 0.8 ? 'wrong' : 'open';
}
