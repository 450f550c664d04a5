/** The walk: what each step of the figure computes, in order. The equations are the program's own, one or a few a step. */
import type { Name, OpEquation, Program } from 'unrolled';
import { type Edge, type Graph, graphOf } from './graph.ts';

export type Turn =
  | { readonly kind: 'value' | 'seed' | 'sum'; readonly equation: OpEquation; readonly computes: readonly Name[] }
  | {
      readonly kind: 'product';
      readonly equation: OpEquation;
      readonly computes: readonly Name[];
      readonly edge: Edge;
    };

const kept = new WeakMap<Program, readonly Turn[]>();

/** All steps of reverse mode; those of forward mode are the ones of kind `value`. */
export function turnsOf(whole: Program): readonly Turn[] {
  const known = kept.get(whole) ?? derive(whole.equations as readonly OpEquation[], graphOf(whole));
  kept.set(whole, known);
  return known;
}

function derive(equations: readonly OpEquation[], { edges }: Graph): Turn[] {
  const edgeOf = new Map(edges.map((edge) => [edge.product.name, edge]));
  const turns: Turn[] = [];
  let before: Name[] = [];
  for (const equation of equations) {
    if (equation.role === 'local') {
      before.push(equation.name);
      continue;
    }
    const computes = [...before, equation.name];
    before = [];
    const { role } = equation;
    turns.push(
      role === 'product'
        ? { kind: role, equation, computes, edge: edgeOf.get(equation.name)! }
        : { kind: role, equation, computes },
    );
  }
  return turns;
}
