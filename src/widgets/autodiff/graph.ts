/** The graph of a program: values and what they are computed from. Every edge has a local derivative. No places. */
import type { Name, OpEquation, Operand, Program, Shape } from 'unrolled';

export interface Node {
  readonly name: Name;
  readonly shape: Shape;
  /** Absent for an input. */
  readonly equation?: OpEquation;
  /** How many edges leave it. */
  readonly fanOut: number;
}

export interface Edge {
  readonly id: string;
  readonly from: Name;
  readonly to: Name;
  /** The equation of the backward pass that takes the gradient along it. */
  readonly product: OpEquation;
  /**
   * ∂to/∂from: a number, or the name of the value that holds it; undefined where the rule moves or sums numbers and has
   * no derivative of its own.
   */
  readonly local: Operand | undefined;
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

const kept = new WeakMap<Program, Graph>();

/** The graph of a program with its gradients. */
export function graphOf(whole: Program): Graph {
  const known = kept.get(whole) ?? derive(whole);
  kept.set(whole, known);
  return known;
}

function derive(whole: Program): Graph {
  const equations = whole.equations as readonly OpEquation[];
  const edges = edgesOf(equations);
  const fanOut = new Map<Name, number>();
  for (const { from } of edges) fanOut.set(from, (fanOut.get(from) ?? 0) + 1);
  const node = (name: Name, shape: Shape, equation?: OpEquation): Node => ({
    ...{ name, shape, fanOut: fanOut.get(name) ?? 0 },
    ...(equation && { equation }),
  });
  return {
    nodes: [
      ...whole.inputs.map(({ name, shape }) => node(name, shape)),
      ...equations.filter(({ role }) => role === 'value').map((each) => node(each.name, each.shape, each)),
    ],
    edges,
  };
}

/** One edge for every operand that is a value: the backward pass has a product for each, in their order. */
function edgesOf(equations: readonly OpEquation[]): Edge[] {
  const products = equations.filter(({ role }) => role === 'product');
  return products.map((product, k): Edge => {
    const [from, to] = [product.wrt!, product.of!];
    return { id: `e${k}`, from, to, product, local: localOf(product) };
  });
}

function localOf({ op, inputs }: OpEquation): Operand | undefined {
  if (op === 'identity') return 1;
  return op === 'mul' || op === 'scale' ? inputs[1] : undefined;
}
