/**
 * The state of the autodiff figure: formulas as they were typed, the numbers that go in, how far the walk is, and how it
 * is walked and shown. A plain value with its limits.
 */
import { expressions } from 'unrolled';
import { sizeOfGraph } from './program.ts';

export interface AutodiffState {
  readonly text: string;
  /** One number, or a vector, for every variable of the text. All vectors have one length. */
  readonly values: Readonly<Record<string, readonly number[]>>;
  /** How many steps have been taken. */
  readonly at: number;
  readonly mode: 'reverse' | 'forward';
  /** Forward mode: which input number is moved, counted over all variables. */
  readonly along: number;
  /** `scalar`: vectors are taken apart, number by number. */
  readonly view: 'tensor' | 'scalar';
  /** Whether every gradient stands beside its central difference. */
  readonly isChecked: boolean;
}

export const LIMITS = { number: 1e6, length: 24, values: 300 } as const;

/** The formulas of a text, or undefined when it cannot be read. */
export function readListing(text: string): expressions.Listing | undefined {
  try {
    return expressions.parseListing(text);
  } catch (error) {
    if (error instanceof expressions.ExpressionError) return undefined;
    throw error;
  }
}

/** How long the vectors are; 1 when there are none. */
export const lengthOf = (values: AutodiffState['values']): number =>
  Math.max(1, ...Object.values(values).map(({ length }) => length));

/** How many numbers go in. */
export const inputCount = (values: AutodiffState['values']): number =>
  Object.values(values).reduce((sum, { length }) => sum + length, 0);

const isNumber = (x: number): boolean => Number.isFinite(x) && Math.abs(x) <= LIMITS.number;

/** What is wrong with a state, if anything. */
export type Wrong = 'text' | 'values' | 'length' | 'size' | 'place';

export function wrongWith(state: AutodiffState): Wrong | undefined {
  const listing = readListing(state.text);
  if (!listing) return 'text';
  const lists = listing.variables.map((name) => state.values[name]);
  if (Object.keys(state.values).length !== lists.length) return 'values';
  if (!lists.every((list) => list && list.length > 0 && list.every(isNumber))) return 'values';
  const length = lengthOf(state.values);
  if (length > LIMITS.length || lists.some((list) => list!.length !== 1 && list!.length !== length)) return 'length';
  if (sizeOfGraph(state) > LIMITS.values) return 'size';
  const isPlace = (k: number) => Number.isInteger(k) && k >= 0;
  return isPlace(state.at) && isPlace(state.along) && state.along < inputCount(state.values) ? undefined : 'place';
}
