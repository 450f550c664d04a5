/**
 * The state of the activation explorer: a function as it was typed, another to compare it with, the place that is looked
 * at, and what is asked of them: curves, or what many applications in a row do. A plain value with its limits.
 */
import { expressions } from 'unrolled';

export interface ActivationsState {
  /** The formula of f, or `SOFTMAX`, which is a function of a vector. */
  readonly f: string;
  /** The formula that it is compared with; empty for none. */
  readonly g: string;
  readonly view: 'curves' | 'repeated';
  readonly x: number;
  /** The picture goes from −span to span. */
  readonly span: number;
  /** Where |f′| is below it, f counts as flat. */
  readonly threshold: number;
  /** Whether f″ is drawn. */
  readonly bend: boolean;
  /** How often f is applied, each time to `weight` times what came out before. */
  readonly layers: number;
  readonly weight: number;
  /** What softmax is given. */
  readonly logits: readonly number[];
}

/** Softmax, in the place of a formula. */
export const SOFTMAX = 'softmax(z)';

export const SPANS = [2, 4, 6, 10, 20] as const;
export const LIMITS = {
  x: { least: -20, most: 20, step: 0.1 },
  threshold: { least: 0.001, most: 0.9, step: 0.01 },
  layers: { least: 1, most: 50, step: 1 },
  weight: { least: -10, most: 10, step: 0.1 },
  logit: { least: -10, most: 10, step: 0.1 },
} as const;

const isWithin = (key: keyof typeof LIMITS, value: number): boolean =>
  value >= LIMITS[key].least && value <= LIMITS[key].most && (key !== 'layers' || Number.isInteger(value));

/** The formula of a text, or undefined when it cannot be read. */
export function readFormula(text: string): expressions.Expression | undefined {
  try {
    return expressions.parse(text);
  } catch (error) {
    if (error instanceof expressions.ExpressionError) return undefined;
    throw error;
  }
}

export const isValid = (state: ActivationsState): boolean =>
  (['x', 'threshold', 'layers', 'weight'] as const).every((key) => isWithin(key, state[key])) &&
  SPANS.some((span) => span === state.span) &&
  Math.abs(state.x) <= state.span &&
  state.logits.length >= 2 &&
  state.logits.length <= 6 &&
  state.logits.every((logit) => isWithin('logit', logit)) &&
  (state.f === SOFTMAX || readFormula(state.f) !== undefined) &&
  (state.g === '' || (state.f !== SOFTMAX && readFormula(state.g) !== undefined));
