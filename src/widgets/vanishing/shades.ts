/** The colours of the map: a symmetric logarithmic scale around 1, and shades of their own for 0 and what is not finite. */
import { math } from 'unrolled';
import type { CellMap } from './model.ts';

/** Ends that the colours of a map can have, in powers of ten. */
const RANGES = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100, 200, 308];

/** Of 0 it is −∞. */
export const log10 = (x: number): number => math.log(x) / Math.LN10;

/** Half the width of the symmetric scale: the first end that holds every norm that is neither 0 nor infinite. */
export function rangeOf(maps: readonly Pick<CellMap, 'norms'>[]): number {
  const logs = maps.flatMap(({ norms }) => norms.flat()).map((x) => Math.abs(log10(x)));
  const most = logs.reduce((max, x) => (Number.isFinite(x) ? Math.max(max, x) : max), 0);
  return RANGES.find((range) => most <= range + 1e-9) ?? 308;
}

/** Shades on each side of 1. */
export const SHADES = 12;

/** A norm's shade: −12 … 12 by the symmetric logarithm, or one of those that no scale has. */
export type Shade = number | 'zero' | 'infinite' | 'nan';

export function shadeOf(value: number, range: number): Shade {
  if (Number.isNaN(value)) return 'nan';
  if (value === 0) return 'zero';
  if (!Number.isFinite(value)) return 'infinite';
  const shade = Math.round((SHADES * log10(value)) / range);
  return Math.max(-SHADES, Math.min(SHADES, shade)) || 0;
}

/** Below 1 towards one end of the gradient colours, above 1 towards the other; 1 is the page. */
export function fillOf(shade: Shade): string {
  if (shade === 'zero') return 'var(--panel)';
  if (typeof shade === 'string') return 'var(--ink)';
  const end = shade < 0 ? 'negative' : 'positive';
  return `color-mix(in oklab, var(--gradient-${end}) ${Math.round(100 * (Math.abs(shade) / SHADES) ** 0.7)}%, var(--page))`;
}
