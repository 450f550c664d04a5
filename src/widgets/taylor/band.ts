/** The band that the remainder cannot leave, by Lagrange's form. No DOM. */
import { type Break, coefficientsAlong, type Expansion, polynomialAt, type Traceable } from 'unrolled';
import type { TaylorState } from './state.ts';

/** At x the function lies within `middle` ± `bound`. */
export interface BandPoint {
  readonly x: number;
  readonly middle: number;
  readonly bound: number;
}

const COUNT = 81;

/**
 * From left to right: the polynomial, and |x − a|ⁿ⁺¹ times the largest |f⁽ⁿ⁺¹⁾/(n + 1)!| between a and x, as far as the
 * places here show it. It ends at breaks, beyond which it does not hold.
 */
export function bandOf(
  f: Traceable,
  expansion: Expansion,
  { span, at, order }: Pick<TaylorState, 'span' | 'at' | 'order'>,
  breaks: readonly Break[],
): readonly BandPoint[] {
  const places = Array.from({ length: COUNT }, (_, k) => -span + (2 * span * k) / (COUNT - 1));
  const next = coefficientsAlong(f, places, order + 1);
  const stops = breaks.filter(({ kind }) => kind !== 'flat').map((each) => each.at);
  const walk = (indices: readonly number[]): BandPoint[] => {
    const points: BandPoint[] = [];
    let largest = Math.abs(expansion.coefficients[order + 1]!);
    for (const k of indices) {
      const [x, size] = [places[k]!, Math.abs(next[k]!)];
      if (stops.some((stop) => (stop - at) * (stop - x) <= 0) || Number.isNaN(size)) break;
      largest = Math.max(largest, size);
      points.push({ x, middle: polynomialAt(expansion, x, order), bound: largest * Math.abs(x - at) ** (order + 1) });
    }
    return points;
  };
  const all = places.map((_, k) => k);
  const left = walk(all.filter((k) => places[k]! < at).toReversed());
  return [...left.toReversed(), ...walk(all.filter((k) => places[k]! >= at))];
}
