/**
 * How many numbers a recurrent layer learns, from its sizes: what the figure shows, computed from its state.
 * No DOM here; the counts come from the cell's own parameter shapes.
 */
import { type Convention, parameterCount, parameterShapes, parametersOf, rnn, type Shape, sizeOf } from 'unrolled';
import { decode, encode } from '../_shared/url-state.ts';

export interface ParametersState {
  /** Inputs a step, m. */
  readonly X: number;
  /** Hidden units, n. */
  readonly H: number;
  /** Outputs a step, k. */
  readonly Y: number;
}

export type SizeName = keyof ParametersState;

export const SIZES: readonly SizeName[] = ['X', 'H', 'Y'];
export const LIMITS = { least: 1, most: 256 } as const;
export const START: ParametersState = { X: 1, H: 64, Y: 1 };

export type Action =
  | { readonly type: 'set'; readonly size: SizeName; readonly value: number }
  | { readonly type: 'replace'; readonly state: ParametersState };

export function act(state: ParametersState, action: Action): ParametersState {
  if (action.type === 'replace') return action.state;
  return isSize(action.value) ? { ...state, [action.size]: action.value } : state;
}

export const isSize = (n: number): boolean => Number.isInteger(n) && n >= LIMITS.least && n <= LIMITS.most;

const VERSION = 1;

export const toUrl = (state: ParametersState): string =>
  encode(VERSION, Object.fromEntries(SIZES.map((size) => [size, String(state[size])])));

/** The state that an address holds; undefined when anything in it is not as `toUrl` writes it. */
export function fromUrl(text: string): ParametersState | undefined {
  const decoded = decode(text, VERSION);
  if (!decoded.ok || Object.keys(decoded.fields).length !== SIZES.length) return undefined;
  const sizes = SIZES.map((size) => {
    const written = decoded.fields[size] ?? '';
    return [size, /^\d{1,3}$/.test(written) ? Number(written) : 0] as const;
  });
  return sizes.every(([, n]) => isSize(n)) ? (Object.fromEntries(sizes) as unknown as ParametersState) : undefined;
}

export interface Count {
  readonly convention: Convention;
  readonly recurrent: number;
  readonly input: number;
  /** Numbers in each bias: one entry for each bias vector that the library keeps. */
  readonly biases: readonly number[];
  readonly total: number;
}

export interface Frame {
  readonly state: ParametersState;
  readonly counts: readonly Count[];
  /** The readout y_t = W_hy h_t + b_y, which all conventions count alike. */
  readonly readout: number;
  readonly rows: readonly (readonly Block[])[];
  readonly height: number;
}

const CONVENTIONS: readonly Convention[] = ['own', 'keras', 'pytorch'];

export function frameOf(state: ParametersState): Frame {
  const rows = layOut(state);
  return {
    state,
    counts: CONVENTIONS.map((convention) => countOf(state, convention)),
    readout: sum(Object.values(readoutShapes(state)).map(sizeOf)),
    rows: rows.map(({ blocks }) => blocks),
    height: rows.reduce((below, { height }) => below + height, 0),
  };
}

function countOf(state: ParametersState, convention: Convention): Count {
  const shapes = parameterShapes(rnn, state, convention);
  return {
    convention,
    recurrent: sizeOf(shapes.W_hh!),
    input: sizeOf(shapes.W_xh!),
    biases: Object.entries(shapes).flatMap(([name, shape]) => (name.startsWith('b_') ? [sizeOf(shape)] : [])),
    total: parameterCount(rnn, state, convention),
  };
}

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

function readoutShapes(state: ParametersState): Record<string, Shape> {
  const inCell = rnn.parameters(state);
  return Object.fromEntries(Object.entries(parametersOf(rnn, state)).filter(([name]) => !(name in inCell)));
}

/** A rectangle of the drawing, to scale; `kind` tells what is learned from what only flows. */
export interface Block {
  readonly symbol: string;
  readonly kind: 'learned' | 'flows' | 'sign';
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width of the drawing, in its own units; text in it is 14 units high. */
export const WIDTH = 340;
const LABEL = 22;
const [THIN, WIDE, SIGN] = [26, 38, 14];

/** Both formulas drawn with their shapes: one number of a matrix has the same area everywhere. */
function layOut(state: ParametersState): { blocks: Block[]; height: number }[] {
  const { X, H, Y } = state;
  const shapes = parametersOf(rnn, state);
  const unit = Math.min((WIDTH - 5 * THIN - WIDE - 3 * SIGN) / (H + X), 140 / Math.max(X, H, Y), 22);
  const learned = (symbol: string): Part => ({ symbol, kind: 'learned', shape: shapes[symbol]! });
  const flows = (symbol: string, n: number): Part => ({ symbol, kind: 'flows', shape: [n] });
  const sign = (symbol: string): Part => ({ symbol, kind: 'sign', shape: [] });
  const state1 = [learned('W_hh'), flows('h_{t-1}', H), sign('+'), learned('W_xh'), flows('x_t', X), sign('+')];
  const first = row([...state1, learned('b_h'), sign('='), flows('a_t', H)], unit, 0);
  const second = [learned('W_hy'), flows('h_t', H), sign('+'), learned('b_y'), sign('='), flows('y_t', Y)];
  return [first, row(second, unit, first.height)];
}

type Part = Pick<Block, 'symbol' | 'kind' | 'shape'>;

function row(parts: readonly Part[], unit: number, top: number): { blocks: Block[]; height: number } {
  const tallest = Math.max(...parts.map(({ shape }) => shape[0] ?? 0)) * unit;
  let left = 0;
  const blocks = parts.map((part) => {
    const [rows = 0, columns = 1] = part.shape;
    const [width, height] = part.kind === 'sign' ? [0, 0] : [columns * unit, rows * unit];
    const slot = Math.max(width + 4, part.kind === 'sign' ? SIGN : part.shape.length === 2 ? WIDE : THIN);
    const block = { ...part, x: left + (slot - width) / 2, y: top + LABEL + (tallest - height) / 2, width, height };
    left += slot;
    return block;
  });
  return { blocks, height: LABEL + tallest + 14 };
}
