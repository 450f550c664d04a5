/** Where a function is not smooth: what it is on either side, and what the engine says in the place itself. No DOM. */
import type { Break, Traceable } from 'unrolled';
import { derivativesAlong, type Order } from './derivatives.ts';

/**
 * `order` is that of the lowest derivative that has two values: 0 where f itself jumps, 1 on a kink, 2 where only the bend
 * jumps. Undefined where f has no finite value nearby: a pole, an edge, a hole.
 */
export interface Corner {
  readonly at: number;
  readonly order: Order | undefined;
  /** f⁽ᵒʳᵈᵉʳ⁾ just to the left and to the right, and as the engine computes it at the place. */
  readonly left: number;
  readonly right: number;
  readonly engine: number;
}

/** How far from a corner its two sides are looked at. */
export const NEAR = 1e-9;

/** The places among those that an op makes special where something really jumps: |x|·x has none. */
export function cornersOf(f: Traceable, breaks: readonly Break[]): Corner[] {
  const places = breaks
    .filter(({ kind }) => kind !== 'flat')
    .map(({ at }) => at)
    .filter((at, k, all) => k === 0 || at - all[k - 1]! > NEAR);
  return places.map((at) => cornerAt(f, at)).filter((corner) => corner !== undefined);
}

function cornerAt(f: Traceable, at: number): Corner | undefined {
  for (const order of [0, 1, 2] as const) {
    const [left, engine, right] = derivativesAlong(f, [at - NEAR, at, at + NEAR], order) as [number, number, number];
    const size = Math.max(1, Math.abs(left), Math.abs(right));
    if (!Number.isFinite(left + right) || size > 1e6) return { at, order: undefined, left, right, engine };
    if (Math.abs(left - right) > 1e-6 * size) return { at, order, left: rounded(left), right: rounded(right), engine };
  }
  return undefined;
}

/** A limit, without what the distance from it changes. */
const rounded = (x: number): number => Number(x.toFixed(7)) + 0;
