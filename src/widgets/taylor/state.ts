/**
 * The state of the Taylor explorer: a formula as it was typed, where it is expanded and to which order, the place at which
 * the polynomial is compared with it, and how much of the axis is shown. A plain value with its limits.
 */
import { expressions } from 'unrolled';

export interface TaylorState {
  readonly text: string;
  /** The point of expansion, a. */
  readonly at: number;
  readonly order: number;
  /** Where function and polynomial are compared. */
  readonly x: number;
  /** The picture goes from −span to span. */
  readonly span: number;
}

export const SPANS = [1, 2, 3, 5, 10, 20] as const;
export const LIMITS = {
  at: { least: -20, most: 20, step: 0.1 },
  x: { least: -20, most: 20, step: 0.1 },
  order: { least: 0, most: 20, step: 1 },
} as const;

export const isWithin = (key: keyof typeof LIMITS, value: number): boolean =>
  value >= LIMITS[key].least && value <= LIMITS[key].most && (key !== 'order' || Number.isInteger(value));

/** The formula of a text, or undefined when it cannot be read. */
export function readFormula(text: string): expressions.Expression | undefined {
  try {
    return expressions.parse(text);
  } catch (error) {
    if (error instanceof expressions.ExpressionError) return undefined;
    throw error;
  }
}

export const isValid = (state: TaylorState): boolean =>
  (['at', 'x', 'order'] as const).every((key) => isWithin(key, state[key])) &&
  SPANS.some((span) => span === state.span) &&
  Math.max(Math.abs(state.at), Math.abs(state.x)) <= state.span &&
  readFormula(state.text) !== undefined;
