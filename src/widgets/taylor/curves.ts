/** The curves of the picture: function, polynomial, and the band that the remainder cannot leave. No DOM. */
import { type Break, coefficientsAlong, type Expansion, polynomialAt, type Traceable, valuesAlong } from 'unrolled';
import type { Range } from '../_shared/axes.ts';
import type { TaylorState } from './state.ts';

export interface Curves {
  readonly places: readonly number[];
  readonly f: readonly number[];
  /** NaN where there is no polynomial. */
  readonly polynomial: readonly number[];
  /**
   * Lagrange's bound of the remainder: |x − a|ⁿ⁺¹ times the largest |f⁽ⁿ⁺¹⁾/(n + 1)!| between a and x, taken at the places
   * that are drawn. NaN beyond a break, where it does not hold.
   */
  readonly bound: readonly number[];
  readonly range: Range;
}

const COUNT = 241;

export function curvesOf(
  f: Traceable,
  expansion: Expansion,
  { span, at, order }: Pick<TaylorState, 'span' | 'at' | 'order'>,
  breaks: readonly Break[],
  hasPolynomial: boolean,
): Curves {
  const places = Array.from({ length: COUNT }, (_, k) => -span + (2 * span * k) / (COUNT - 1));
  const values = Array.from(valuesAlong(f, places));
  const next = hasPolynomial ? coefficientsAlong(f, places, order + 1) : new Float64Array(COUNT).fill(Number.NaN);
  return {
    places,
    f: values,
    polynomial: places.map((x) => (hasPolynomial ? polynomialAt(expansion, x, order) : Number.NaN)),
    bound: boundsOf(places, next, Math.abs(expansion.coefficients[order + 1]!), { at, order }, breaks),
    range: rangeOf(values),
  };
}

function boundsOf(
  places: readonly number[],
  next: Float64Array,
  nextAtA: number,
  { at, order }: Pick<TaylorState, 'at' | 'order'>,
  breaks: readonly Break[],
): number[] {
  const bounds = places.map(() => Number.NaN);
  const stops = breaks.filter(({ kind }) => kind !== 'flat').map((each) => each.at);
  const walk = (indices: readonly number[]) => {
    let largest = nextAtA;
    for (const k of indices) {
      const [x, size] = [places[k]!, Math.abs(next[k]!)];
      if (stops.some((stop) => (stop - at) * (stop - x) <= 0) || Number.isNaN(size)) return;
      largest = Math.max(largest, size);
      bounds[k] = largest * Math.abs(x - at) ** (order + 1);
    }
  };
  const right = places.findIndex((x) => x >= at);
  const first = right < 0 ? places.length : right;
  walk(Array.from({ length: places.length - first }, (_, k) => first + k));
  walk(Array.from({ length: first }, (_, k) => first - 1 - k));
  return bounds;
}

/** Room for most of the function, whatever the polynomial does. */
function rangeOf(values: readonly number[]): Range {
  const finite = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (finite.length === 0) return [-1, 1];
  const [low, high] = [0.04, 0.96].map((part) => finite[Math.round(part * (finite.length - 1))]!) as [number, number];
  const room = high - low > 1e-9 * Math.abs(high) ? 0.35 * (high - low) : Math.max(1, Math.abs(high));
  return [low - room, high + room];
}
