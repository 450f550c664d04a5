/**
 * The state of the BPTT figure: a small network, which of its weights is looked at, how backward is truncated, and how
 * far training has gone. A plain value with its limits; what follows from it is in `model.ts`.
 */
import { elementName, type Name, type NetworkOptions, parametersOf, rnn, rnnIdentity, sizeOf, unravel } from 'unrolled';

export const CELLS = { rnn, 'rnn-identity': rnnIdentity } as const;
export type CellId = keyof typeof CELLS;

export interface BpttState {
  readonly cell: CellId;
  /** Hidden units. */
  readonly H: number;
  readonly seed: number;
  /** One input and one target for each step. */
  readonly x: readonly number[];
  readonly target: readonly number[];
  readonly lossAt: 'every' | 'last';
  /** Numbers in place of those that the seed gives, by element: set by the reader, or by updates. */
  readonly edits: Readonly<Record<Name, number>>;
  /** The element of a parameter whose gradient is taken apart: `W_hh[0,0]`. */
  readonly weight: Name;
  /** How many steps an update goes back, and how many steps there are from one update to the next. */
  readonly window: number;
  readonly stride: number;
  /** What enters a window: the true state as a constant, or h_0 again. */
  readonly carry: 'carried' | 'reset';
  /** The term that is looked at: loss of step t, weight as it acted at step k. */
  readonly at: { readonly t: number; readonly k: number };
  /** Whether the gradient of these weights has been computed. */
  readonly isBackwardDone: boolean;
  readonly showsRtrl: boolean;
  /** Learning rate η. */
  readonly rate: number;
  /** Updates so far, and the loss before the last one while it can be compared. */
  readonly updates: number;
  readonly before?: number | undefined;
}

export const LIMITS = {
  H: [1, 4],
  T: [2, 12],
  seed: [0, 0xffffffff],
  rate: [0, 10],
  number: [-1000, 1000],
} as const satisfies Record<string, readonly [number, number]>;

export const isWithin = (value: number, [low, high]: readonly [number, number]): boolean =>
  value >= low && value <= high;
const isWhole = (value: number, range: readonly [number, number]): boolean =>
  Number.isInteger(value) && isWithin(value, range);

export const stepsOf = ({ x }: BpttState): number => x.length;

export const optionsOf = ({ H, x, lossAt }: BpttState): NetworkOptions => ({
  ...{ X: 1, H, Y: 1, T: x.length, loss: 'mse', lossAt },
});

/** `W_hh[0,1]` → the parameter `W_hh`, and the flat position of the element in it. */
export function partsOf(state: BpttState, weight: Name = state.weight): { parameter: Name; at: number } | undefined {
  const parameter = weight.replace(/\[.*$/, '');
  const shape = shapesOf(state)[parameter];
  if (!shape) return undefined;
  const at = Array.from({ length: sizeOf(shape) }, (_, k) => elementName(parameter, unravel(k, shape))).indexOf(weight);
  return at < 0 ? undefined : { parameter, at };
}

/** Shapes of what can be edited: the parameters and the initial state. */
export const shapesOf = (state: BpttState): Readonly<Record<Name, readonly number[]>> => ({
  ...parametersOf(CELLS[state.cell], optionsOf(state)),
  h_0: [state.H],
});

/** Every weight by element, a parameter after the other. */
export const weightsOf = (state: BpttState): Name[] =>
  Object.entries(parametersOf(CELLS[state.cell], optionsOf(state))).flatMap(([name, shape]) =>
    Array.from({ length: sizeOf(shape) }, (_, at) => elementName(name, unravel(at, shape))),
  );

/** Whether every number of a state is within its limits and fits the others. */
export function isValid(state: BpttState): boolean {
  const T = stepsOf(state);
  const { window, stride, at } = state;
  const numbers = [...state.x, ...state.target, ...Object.values(state.edits)];
  return (
    isWhole(state.H, LIMITS.H) &&
    isWhole(T, LIMITS.T) &&
    isWhole(state.seed, LIMITS.seed) &&
    isWhole(state.updates, [0, 1e6]) &&
    isWithin(state.rate, LIMITS.rate) &&
    state.target.length === T &&
    numbers.every((value) => isWithin(value, LIMITS.number)) &&
    Object.keys(state.edits).every((name) => partsOf(state, name) !== undefined) &&
    partsOf(state) !== undefined &&
    state.weight !== 'h_0' &&
    isWhole(window, [1, T]) &&
    isWhole(stride, [1, window]) &&
    isWhole(at.t, state.lossAt === 'every' ? [1, T] : [T, T]) &&
    isWhole(at.k, [1, at.t])
  );
}
