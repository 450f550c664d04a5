/**
 * How the state at one step depends on the state at an earlier one: ∂s_t/∂s_k as matrices, where s is everything that is
 * carried (h; or h and c one behind the other). Columns are tangents of the step.
 *
 * The coordinates of s are independent: ∂/∂c_k holds h_k. In an unrolled program it does not, since there h_k is computed
 * from c_k: what `backward` calls dL/dc_k contains the way through h_k.
 */
import { tangents } from '../jet.ts';
import { identityMatrix, product } from '../linear-algebra.ts';
import type { Name, Program } from '../program.ts';
import { type Given, run, type Values } from '../run.ts';
import { type Shape, sizeOf, type Tensor } from '../tensor.ts';
import { recurrenceOf, stepInputs } from './recurrence.ts';
import { unit } from './tensors.ts';

/** Where a state stands in s. */
export interface Part {
  readonly symbol: string;
  readonly start: number;
  readonly size: number;
}

/** The Jacobians of a run, one a step: [S, S] each, S numbers being carried from step to step. */
export interface StateJacobians {
  /** Where each state stands in s. */
  readonly parts: readonly Part[];
  /** ∂s_t/∂s_{t−1} for t = 1 … T. */
  readonly steps: readonly Tensor[];
}

/**
 * The Jacobian of every step, at the states that the network goes through.
 *
 * ```ts
 * import { network, rnnIdentity, throughTime } from 'unrolled';
 * const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T: 2, loss: 'mse' });
 * const given = { W_hh: [[0.9]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0], x: [[1], [1]], target: [[0], [0]] };
 * throughTime.stateJacobians(program, given).steps.map(({ data }) => data[0]) // → [0.9, 0.9]
 * ```
 *
 * @param program a network with its scan
 */
export function stateJacobians(program: Program, given: Given): StateJacobians {
  const recurrence = recurrenceOf(program);
  const { scan, states } = recurrence;
  const values = run(program, given);
  const from = states.map(({ before, shape }) => ({ name: before, shape }));
  const to = states.map(({ after }) => after);
  const steps = Array.from({ length: scan.length }, (_, at) =>
    matrixOf(scan.body, stepInputs(recurrence, values, at + 1), from, to),
  );
  return { parts: partsOf(states), steps };
}

/**
 * ∂s_t/∂s_k = J_t ⋯ J_{k+1} for 0 ≤ k ≤ t ≤ T; the identity for k = t.
 *
 * @throws RangeError for other k and t
 */
export function jacobianBetween({ steps }: StateJacobians, k: number, t: number): Tensor {
  if (![k, t].every(Number.isInteger) || !(0 <= k && k <= t && t <= steps.length))
    throw new RangeError(`no Jacobian from step ${k} to ${t}`);
  return steps.slice(k, t).reduce((before, J) => product(J, before), identityMatrix(stateSize(steps)));
}

/** ∂s_t/∂s_k for k = 0 … t. */
export function jacobiansTo({ steps }: StateJacobians, t: number): Tensor[] {
  const all = [identityMatrix(stateSize(steps))];
  for (let k = t; k > 0; k--) all.unshift(product(all[0]!, steps[k - 1]!));
  return all;
}

/**
 * The block of one state by another: `block(J, parts, 'h', 'c')` is ∂h_t/∂c_k.
 *
 * @throws RangeError when there is no such state
 */
export function block(matrix: Tensor, parts: readonly Part[], of: string, wrt: string): Tensor {
  const find = (symbol: string): Part => {
    const part = parts.find((each) => each.symbol === symbol);
    if (!part) throw new RangeError(`no state ${symbol}; there are ${parts.map((each) => each.symbol).join(', ')}`);
    return part;
  };
  const [rows, columns] = [find(of), find(wrt)];
  const width = matrix.shape[1]!;
  const data = Float64Array.from({ length: rows.size * columns.size }, (_, at) => {
    const [i, j] = [Math.floor(at / columns.size), at % columns.size];
    return matrix.data[(rows.start + i) * width + columns.start + j]!;
  });
  return { shape: [rows.size, columns.size], data };
}

/** Where each state stands in s. */
export function partsOf(states: readonly { readonly symbol: string; readonly shape: Shape }[]): Part[] {
  let start = 0;
  return states.map(({ symbol, shape }) => {
    const part = { symbol, start, size: sizeOf(shape) };
    start += part.size;
    return part;
  });
}

/** ∂(all of `to`)/∂(all of `from`), a tangent for each column. */
export function matrixOf(
  program: Program,
  given: Given,
  from: readonly { readonly name: Name; readonly shape: Shape }[],
  to: readonly Name[],
): Tensor {
  const columns = from.flatMap(({ name, shape }) =>
    Array.from({ length: sizeOf(shape) }, (_, at) => tangents(program, given, { [name]: unit(shape, at) })),
  );
  return fromColumns(columns.map((tangent) => joined(tangent, to)));
}

const joined = (values: Values, names: readonly Name[]): number[] =>
  names.flatMap((name) => Array.from(values.get(name)!.data));

/** The matrix with these columns, all of one length: n columns of m numbers give [m, n]. */
export function fromColumns(columns: readonly (readonly number[])[]): Tensor {
  const rows = columns[0]?.length ?? 0;
  const data = Float64Array.from(
    { length: rows * columns.length },
    (_, at) => columns[at % columns.length]![Math.floor(at / columns.length)]!,
  );
  return { shape: [rows, columns.length], data };
}

const stateSize = (steps: readonly Tensor[]): number => steps[0]?.shape[0] ?? 0;
