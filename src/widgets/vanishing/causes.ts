/** What one place of the map is made of: factors of a plain cell, paths of a gated one, ways through a stack. */
import { linearAlgebra, type Tensor, throughTime } from 'unrolled';
import { type CellMap, part, sizeOf, sweep } from './model.ts';

const { product, singularValues } = linearAlgebra;

/** One step of the way from t back to k: what is left there, and what of it each cause accounts for. */
export interface Link {
  /** The step that the product has reached. */
  readonly j: number;
  readonly total: number;
  /** Of a plain cell: the factors of φ′ and of W so far. They multiply to total, up to the start. */
  readonly phi?: number;
  readonly W?: number;
  /** Of a gated cell: along the direct path alone, and all that went through a gate at least once. As matrices they add up. */
  readonly carousel?: number;
  readonly gates?: number;
}

export interface Causes {
  readonly kind: 'factors' | 'paths' | 'stack';
  /** ‖∂l_t/∂h_t‖, or 1. */
  readonly start: number;
  /** From j = t down to j = k. */
  readonly links: readonly Link[];
  /** Singular values of ∂h_t/∂s_k (one number for a loss). */
  readonly stretches: readonly number[];
  /** In a stack: in how many ways one can go from the bottom at k to the top at t. */
  readonly ways?: number;
}

/** What ‖∂h_t/∂s_k‖ is made of. */
export function causesOf(map: CellMap, t: number, k: number): Causes {
  const start = map.starts[t - 1]!;
  const matrices = sweep(map.jacobians, start, t).slice(k);
  const stretches = singularValues(part(matrices[0]!, map.jacobians, map.nudged));
  const common = { start: sizeOf(start), stretches: stretches.every(Number.isFinite) ? stretches : [] };
  const places = Array.from({ length: t - k + 1 }, (_, n) => t - n);
  const at = (j: number): Tensor => matrices[j - k]!;
  if (map.nudged) {
    const links = places.map((j) => ({ j, total: sizeOf(part(at(j), map.jacobians, map.nudged)) }));
    return { ...common, kind: 'stack', links, ways: waysOf(t - k, map.jacobians.parts.length) };
  }
  return map.cell.memory
    ? { ...common, kind: 'paths', links: pathLinks(map, places, at) }
    : { ...common, kind: 'factors', links: factorLinks(map, places, at) };
}

export function splitOf({ splits, program, given }: CellMap, j: number): throughTime.SplitJacobian {
  if (!splits.has(j)) splits.set(j, throughTime.splitJacobian(program, given, j));
  return splits.get(j)!;
}

/** diag(φ′) takes its factor first, then W: the norm after each, over the norm before it. */
function factorLinks(map: CellMap, places: readonly number[], at: (j: number) => Tensor): Link[] {
  let [phi, W] = [1, 1];
  const ratio = (after: number, before: number): number => (before === 0 ? 1 : after / before);
  return places.map((j, n) => {
    const total = sizeOf(at(j));
    if (n > 0) {
      const { outer } = splitOf(map, j + 1).paths.at(-1)!;
      const before = at(j + 1);
      const middle = sizeOf(product(before, outer));
      phi *= ratio(middle, sizeOf(before));
      W *= ratio(total, middle);
    }
    return { j, total, phi, W };
  });
}

/** The direct part of every step multiplied: gates as they were, but as if nothing of the past had moved them. */
function pathLinks(map: CellMap, places: readonly number[], at: (j: number) => Tensor): Link[] {
  let direct = at(places[0]!);
  return places.map((j, n) => {
    if (n > 0) direct = product(direct, splitOf(map, j + 1).direct);
    const total = at(j);
    const gates = { shape: total.shape, data: total.data.map((x, i) => x - direct.data[i]!) };
    return { j, total: sizeOf(total), carousel: sizeOf(direct), gates: sizeOf(gates) };
  });
}

/** C(n + L − 2, L − 1): n steps in time, and L − 1 steps up at any of them. */
export function waysOf(n: number, layers: number): number {
  if (n === 0) return 0;
  return Array.from({ length: layers - 1 }, (_, i) => i + 1).reduce((ways, i) => (ways * (n - 1 + i)) / i, 1);
}
