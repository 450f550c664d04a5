/** The curves of the picture: function, polynomial, and the band that the remainder cannot leave. No DOM. */
import { type Break, type Expansion, polynomialAt, type Traceable, valuesAlong } from 'unrolled';
import type { Range } from '../_shared/axes.ts';
import { type BandPoint, bandOf } from './band.ts';
import type { TaylorState } from './state.ts';

export interface Curves {
  readonly places: readonly number[];
  readonly f: readonly number[];
  /** NaN where there is no polynomial. */
  readonly polynomial: readonly number[];
  readonly band: readonly BandPoint[];
  readonly range: Range;
}

const COUNT = 241;

export function curvesOf(
  f: Traceable,
  expansion: Expansion,
  state: Pick<TaylorState, 'span' | 'at' | 'order'>,
  breaks: readonly Break[],
  hasPolynomial: boolean,
): Curves {
  const { span, order } = state;
  const places = Array.from({ length: COUNT }, (_, k) => -span + (2 * span * k) / (COUNT - 1));
  const values = Array.from(valuesAlong(f, places));
  return {
    places,
    f: values,
    polynomial: places.map((x) => (hasPolynomial ? polynomialAt(expansion, x, order) : Number.NaN)),
    band: hasPolynomial ? bandOf(f, expansion, state, breaks) : [],
    range: rangeOf(values),
  };
}

/** Room for most of the function, whatever the polynomial does. */
function rangeOf(values: readonly number[]): Range {
  const finite = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (finite.length === 0) return [-1, 1];
  const [low, high] = [0.04, 0.96].map((part) => finite[Math.round(part * (finite.length - 1))]!) as [number, number];
  const room = high - low > 1e-9 * Math.abs(high) ? 0.35 * (high - low) : Math.max(1, Math.abs(high));
  return [low - room, high + room];
}
