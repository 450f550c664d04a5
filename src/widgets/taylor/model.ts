/**
 * What the explorer shows for a state: the coefficients, the terms one by one, the remainder at a place and towards the
 * point of expansion, and the curves. Everything is the engine's. No DOM and no timers.
 */
import {
  type Break,
  breaksOf,
  type Expansion,
  expressions,
  functionAt,
  polynomialAt,
  type RemainderSlope,
  remainderOrder,
  remainderSlope,
  type Traceable,
  taylor,
} from 'unrolled';
import { type Curves, curvesOf } from './curves.ts';
import { knownBy, type Reach, reachOf } from './known.ts';
import { LIMITS, readFormula, type TaylorState } from './state.ts';

/** Two orders more than can be chosen: the remainder of the last one still has a next coefficient. */
export const KNOWN_ORDER = LIMITS.order.most + 2;

export interface Term {
  readonly n: number;
  /** f⁽ⁿ⁾(a)/n!. */
  readonly coefficient: number;
  /** Its term at x, and all terms up to it. */
  readonly value: number;
  readonly sum: number;
}

export interface Remainder extends RemainderSlope {
  /** The power of the next coefficient that is not 0. */
  readonly order: number | undefined;
  /** f(x) − P(x). */
  readonly here: number;
}

export interface Frame {
  readonly state: TaylorState;
  readonly formula: expressions.Expression;
  /** The name of an offered function. */
  readonly label: string | undefined;
  readonly expansion: Expansion;
  readonly terms: readonly Term[];
  /** f(x) and P(x). */
  readonly value: number;
  readonly polynomial: number;
  readonly remainder: Remainder;
  readonly reach: Reach | undefined;
  /** The lowest order whose coefficient is not a finite number: from there on there is no polynomial. */
  readonly endsAt: number | undefined;
  /** Places in the picture where the function is not smooth, and the one that a stands on. */
  readonly breaks: readonly Break[];
  readonly onBreak: Break | undefined;
  readonly curves: Curves;
}

export const functionOf =
  (formula: expressions.Expression): Traceable =>
  (x) =>
    expressions.evaluate(formula, { x });

export function frameOf(state: TaylorState): Frame {
  const { text, at, order, x } = state;
  const formula = readFormula(text)!;
  const { f, breaks } = studied(formula, state.span);
  const reach = reachOf(text, at);
  const radius = reach && { radius: reach.radius };
  const expansion = taylor(f, at, { order: KNOWN_ORDER, ...radius });
  const terms = termsOf(expansion, order, x);
  const value = functionAt(expansion, x);
  const polynomial = terms.at(-1)!.sum;
  const broken = terms.find(({ coefficient }) => !Number.isFinite(coefficient));
  return {
    state,
    formula,
    label: knownBy(text)?.label,
    expansion,
    terms,
    value,
    polynomial,
    remainder: {
      ...remainderSlope(expansion, order, { from: farthest(at, breaks, reach) }),
      order: broken ? undefined : remainderOrder(expansion, order),
      here: value - polynomial,
    },
    reach,
    endsAt: broken?.n,
    breaks,
    onBreak: breaks.find((each) => isOn(each, at)),
    curves: curvesOf(f, expansion, state, breaks, broken === undefined),
  };
}

const isOn = (each: Break, at: number): boolean => Math.abs(each.at - at) < 1e-9;

function termsOf(expansion: Expansion, order: number, x: number): Term[] {
  const { at, coefficients } = expansion;
  return coefficients.slice(0, order + 1).map((coefficient, n) => ({
    n,
    coefficient,
    value: coefficient * (x - at) ** n,
    sum: polynomialAt(expansion, x, n),
  }));
}

/** From how far out the remainder is measured: not over a break, and well inside the radius of convergence. */
function farthest(at: number, breaks: readonly Break[], reach: Reach | undefined): number {
  const distances = breaks.filter((each) => !isOn(each, at)).map((each) => Math.abs(each.at - at) / 2);
  return Math.min(1, (reach?.radius ?? 2) / 2, ...distances);
}

/** What does not change while the point of expansion is dragged. */
let last: { readonly key: string; readonly f: Traceable; readonly breaks: readonly Break[] } | undefined;
function studied(formula: expressions.Expression, span: number): NonNullable<typeof last> {
  const key = `${span} ${expressions.print(formula)}`;
  if (last?.key !== key) {
    const f = functionOf(formula);
    last = { key, f, breaks: breaksOf(f, -span, span) };
  }
  return last;
}
