/**
 * The Jacobian of one step, taken apart into the paths by which the old state reaches the new one: directly, and through
 * each value that the cell names on the way.
 *
 * ∂s_t/∂s_{t−1} = ∂⁺s_t/∂s_{t−1} + Σ_g ∂⁺s_t/∂g · dg/ds_{t−1}, where ∂⁺ holds all named values g. For an LSTM the direct
 * part is the carousel, diag(f) from c to c and on to h, and the paths go through f, i, o and g; for a GRU it is
 * diag(1 − z), or diag(z), from h to h. A plain RNN has no direct part and one path, through a: diag(φ′(a)) · W_hh.
 */
import { product } from '../linear-algebra.ts';
import { isScan, type Name, type OpEquation, type Program } from '../program.ts';
import { type Given, run } from '../run.ts';
import type { Shape, Tensor } from '../tensor.ts';
import { matrixOf, type Part, partsOf } from './jacobians.ts';
import { type Recurrence, recurrenceOf, stepInputs } from './recurrence.ts';

/** What reaches the new state through one named value. */
export interface Path {
  readonly through: string;
  /** ∂⁺s_t/∂g: what the value does to the state, all other named values held. For an RNN's a: diag(φ′). */
  readonly outer: Tensor;
  /** dg/ds_{t−1}: how the value answers to the state, by whatever way. For an RNN's a: W_hh. */
  readonly inner: Tensor;
  /** outer · inner. */
  readonly matrix: Tensor;
}

/** ∂s_t/∂s_{t−1} as a sum over paths: total = direct + Σ matrix. All are [S, S]. */
export interface SplitJacobian {
  /** Where each state stands in s. */
  readonly parts: readonly Part[];
  /** ∂s_t/∂s_{t−1} itself. */
  readonly total: Tensor;
  /** With all named values detached. */
  readonly direct: Tensor;
  /** Together with `direct`, they add up to `total`. */
  readonly paths: readonly Path[];
}

/**
 * Splits ∂s_t/∂s_{t−1}.
 *
 * @param program a network with its scan
 * @param t the step, from 1
 */
export function splitJacobian(program: Program, given: Given, t: number): SplitJacobian {
  const recurrence = recurrenceOf(program);
  const { scan, states } = recurrence;
  const now = stepInputs(recurrence, run(program, given), t);
  const values = namedValues(recurrence);
  const held = withHeld(scan.body, values);
  const before = states.map((state) => ({ name: state.before, shape: state.shape }));
  const after = states.map((state) => state.after);
  const paths = values.map(({ symbol, name, shape }): Path => {
    const outer = matrixOf(held, now, [{ name: heldName(name), shape }], after);
    const inner = matrixOf(scan.body, now, before, [name]);
    return { through: symbol, outer, inner, matrix: product(outer, inner) };
  });
  const total = matrixOf(scan.body, now, before, after);
  return { parts: partsOf(states), total, direct: matrixOf(held, now, before, after), paths };
}

interface Named {
  readonly symbol: string;
  readonly name: Name;
  readonly shape: Shape;
}

/** What the step computes under a name of the author's between the old state and the new, in that order. */
function namedValues({ scan: { body }, states }: Recurrence): Named[] {
  const equations = body.equations.filter((equation): equation is OpEquation => !isScan(equation));
  const needed = new Set(states.map(({ after }) => after));
  for (const { name, inputs } of equations.toReversed())
    if (needed.has(name)) for (const input of inputs) needed.add(String(input));
  const own = new Set(Object.values(body.outputs));
  return equations.filter(
    ({ name }) => own.has(name) && needed.has(name) && !states.some(({ after }) => after === name),
  );
}

const heldName = (name: Name): Name => `detach(${name})`;

/** The body with every one of these values read through `detach`. */
function withHeld(body: Program, values: readonly Named[]): Program {
  const names = new Set(values.map(({ name }) => name));
  const read = (input: Name | number): Name | number =>
    typeof input === 'string' && names.has(input) ? heldName(input) : input;
  const equations = (body.equations as readonly OpEquation[]).flatMap((equation): OpEquation[] => {
    const reading = { ...equation, inputs: equation.inputs.map(read) };
    if (!names.has(equation.name)) return [reading];
    const { attributes: _, ...own } = equation;
    return [reading, { ...own, op: 'detach', name: heldName(own.name), inputs: [own.name], named: false }];
  });
  return { ...body, equations };
}
