/**
 * What derivatives cost once the local ones are known: a multiplication for each edge whose local derivative is not 1, an
 * addition wherever two contributions meet. Reverse mode sweeps once for all inputs; forward mode once for each of them,
 * over what depends on it. Counted in single numbers.
 */
import { type Name, type Program, sizeOf } from 'unrolled';
import { type Edge, type Graph, graphOf } from './graph.ts';

export interface Cost {
  readonly sweeps: number;
  readonly multiplications: number;
  readonly additions: number;
}

export interface Counts {
  readonly reverse: Cost;
  /** One sweep for each input number, and all of them together. */
  readonly forward: Cost;
  readonly each: readonly { readonly input: Name; readonly cost: Cost }[];
}

/** Of a program of single numbers. */
export function countsOf(scalars: Program): Counts {
  const graph = graphOf(scalars);
  const each = scalars.inputs.map(({ name }) => ({ input: name, cost: forwardCost(graph, name) }));
  return {
    reverse: { sweeps: 1, multiplications: factors(graph.edges), additions: meetings(graph.edges, 'from') },
    forward: each.reduce<Cost>(
      (sum, { cost }) => ({
        sweeps: sum.sweeps + 1,
        multiplications: sum.multiplications + cost.multiplications,
        additions: sum.additions + cost.additions,
      }),
      { sweeps: 0, multiplications: 0, additions: 0 },
    ),
    each,
  };
}

export const total = ({ multiplications, additions }: Cost): number => multiplications + additions;

/** Tangents flow along the edges that come from what depends on the input. */
function forwardCost({ nodes, edges }: Graph, input: Name): Cost {
  const moved = new Set([input]);
  for (const { name, equation } of nodes)
    if (equation?.inputs.some((operand) => moved.has(String(operand)))) moved.add(name);
  const used = edges.filter(({ from }) => moved.has(from));
  return { sweeps: 1, multiplications: factors(used), additions: meetings(used, 'to') };
}

const factors = (edges: readonly Edge[]): number =>
  edges.reduce((sum, { local, product }) => sum + (local === 1 ? 0 : sizeOf(product.shape)), 0);

/** One addition less than contributions, wherever there is one. */
const meetings = (edges: readonly Edge[], end: 'from' | 'to'): number =>
  edges.length - new Set(edges.map((edge) => edge[end])).size;
