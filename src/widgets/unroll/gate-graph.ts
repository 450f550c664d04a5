/**
 * One time step of a cell as a drawing's graph, read from the cell's own equations: nothing here knows a cell by name.
 * Products with weights belong to the line they lie on; what remains are gates, and the signs between them. Pure.
 */
import type { Name, OpEquation, Program } from 'unrolled';

/** A line into a node: where from, and the weights that it passes on the way. */
export interface Line {
  readonly from: Name;
  readonly weight?: Name;
}

/** What a node does in the drawing. */
export type Place =
  /** A function of a sum of weighted lines, such as a gate or a candidate: the bottom row. */
  | 'gate'
  /** An operation whose result only gates read (r ⊙ h): among the gates. */
  | 'before'
  /** On the way from a state to the same state a step later: the lane of that state. */
  | 'lane'
  /** A function of what a lane carries, for a gate to meet (tanh c): under the lane. */
  | 'under'
  /** Everything else, between gates and lanes. */
  | 'between';

export interface GateNode {
  readonly name: Name;
  /** Whether the cell gives it a name of its own. */
  readonly named: boolean;
  /** σ, tanh, ⊙, +, 1 −: what it does. */
  readonly sign: string;
  readonly place: Place;
  readonly lines: readonly Line[];
  readonly biases: readonly Name[];
}

export interface GateGraph {
  readonly t: number;
  readonly nodes: readonly GateNode[];
  /** Symbols of the state that a lane carries through the step; the others are made anew by each step. */
  readonly carried: readonly string[];
}

const SIGNS: Readonly<Record<string, string>> = {
  sigmoid: 'σ',
  tanh: 'tanh',
  relu: 'ReLU',
  mul: '⊙',
  add: '+',
  sub: '1−',
  fill: 'set',
};

/** The graph of step t of an unrolled program whose state has these symbols. */
export function gateGraph(program: Program, states: readonly string[], t: number): GateGraph {
  const parameters = new Set(program.inputs.filter(({ kind }) => kind === 'parameter').map(({ name }) => name));
  const equations = stepOf(program, states, t);
  const byName = new Map(equations.map((equation) => [equation.name, equation]));
  const isWeighting = (name: Name): boolean => {
    const equation = byName.get(name);
    if (!equation || equation.named) return false;
    if (equation.op === 'matvec') return true;
    const inputs = namesOf(equation);
    if (equation.op === 'mul') return inputs.some((input) => parameters.has(input));
    return equation.op === 'add' && inputs.some((input) => parameters.has(input) || isWeighting(input));
  };
  /** What enters through a name: itself, or the lines of the weighted sum that it is. */
  const entering = (name: Name): { lines: Line[]; biases: Name[] } => {
    if (parameters.has(name)) return { lines: [], biases: [name] };
    if (!isWeighting(name)) return { lines: [{ from: name }], biases: [] };
    const equation = byName.get(name)!;
    if (equation.op === 'add') return merge(namesOf(equation).map(entering));
    const [weight] = namesOf(equation).filter((input) => parameters.has(input));
    const [from] = namesOf(equation).filter((input) => !parameters.has(input));
    return { lines: [{ from: from!, weight: weight! }], biases: [] };
  };
  const drawn = equations
    .filter(({ name }) => !isWeighting(name))
    .map((equation) => {
      const inputs = namesOf(equation);
      const isGate = inputs.length === 0 || (inputs.length === 1 && isWeighting(inputs[0]!));
      return {
        name: equation.name,
        named: equation.named,
        sign: SIGNS[equation.op] ?? equation.op,
        isGate,
        ...merge(inputs.map(entering)),
      };
    });
  const readersOf = (name: Name) => drawn.filter(({ lines }) => lines.some(({ from }) => from === name));
  const isGate = new Set(drawn.filter((node) => node.isGate).map(({ name }) => name));
  const onLane = new Set(states.flatMap((state) => lane(drawn, isGate, `${state}_${t - 1}`, `${state}_${t}`)));
  const placeOf = (node: (typeof drawn)[number]): Place => {
    if (node.isGate) return 'gate';
    if (onLane.has(node.name)) return 'lane';
    const readers = readersOf(node.name);
    if (readers.length > 0 && readers.every(({ name }) => isGate.has(name))) return 'before';
    return node.lines.length === 1 && onLane.has(node.lines[0]!.from) ? 'under' : 'between';
  };
  return {
    t,
    carried: states.filter((state) => onLane.has(`${state}_${t}`)),
    nodes: drawn.map((node) => {
      const { isGate: _, ...rest } = node;
      return { ...rest, place: placeOf(node) };
    }),
  };
}

const namesOf = ({ inputs }: OpEquation): Name[] => inputs.filter((input): input is Name => typeof input === 'string');

const merge = (parts: readonly { lines: Line[]; biases: Name[] }[]): { lines: Line[]; biases: Name[] } => ({
  lines: parts.flatMap(({ lines }) => lines),
  biases: parts.flatMap(({ biases }) => biases),
});

/** The forward equations of step t that a state of this step needs. */
function stepOf(program: Program, states: readonly string[], t: number): OpEquation[] {
  const equations = (program.equations as readonly OpEquation[]).filter(
    ({ step, role }) => step === t && role === 'value',
  );
  const needed = new Set(states.map((state) => `${state}_${t}`));
  for (const equation of equations.toReversed())
    if (needed.has(equation.name)) for (const name of namesOf(equation)) needed.add(name);
  return equations.filter(({ name }) => needed.has(name));
}

/** The nodes from `start` to `end` by lines without weights, past no gate. */
function lane(
  nodes: readonly { name: Name; lines: readonly Line[] }[],
  gates: ReadonlySet<Name>,
  start: Name,
  end: Name,
): Name[] {
  const reached = new Set([start]);
  for (const { name, lines } of nodes)
    if (!gates.has(name) && lines.some(({ from, weight }) => weight === undefined && reached.has(from)))
      reached.add(name);
  if (!reached.has(end)) return [];
  const path = new Set([end]);
  for (const { name, lines } of nodes.toReversed())
    if (path.has(name)) for (const { from } of lines) if (reached.has(from) && from !== start) path.add(from);
  return [...path];
}
