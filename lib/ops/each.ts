/**
 * Any op applied to every row of a batch: what `batch` writes where no product of matrices does the job.
 */

import { Builder, type Var } from '../builder.ts';
import { call, type Element, type Op, type Pullback } from '../op.ts';
import type { Attributes, Name } from '../program.ts';
import { type Shape, sizeOf, slice, type Tensor } from '../tensor.ts';
import { through } from '../through.ts';
import { matmul, repeatRows, sumRows } from './batched.ts';
import { mul } from './pointwise.ts';
import { swapAxes } from './structure.ts';
import { ops, range, register } from './table.ts';

/** A traced value and whether it has a row for each example. */
export interface Batched {
  readonly value: Var;
  readonly rows: boolean;
  /** A sequence: time stands before the examples, [T, N, …]. */
  readonly sequence?: boolean;
}
export type Operand = Batched | number;

/** Which op an `each` applies, and to what shapes. */
function inside(shapes: readonly Shape[], { of, inner = {}, rows = [] }: Attributes) {
  const count = shapes.find((_, k) => rows[k])?.[0] ?? 0;
  return { op: ops[of!]!, inner, rows, count, shapes: shapes.map((shape, k) => (rows[k] ? shape.slice(1) : shape)) };
}

/** An op on every row of the operands that have rows. Its gradient is the op's own, batched again. */
export const eachRow: Op = register({
  name: 'each',
  form: call('each'),
  formOf: ({ of }) => ops[of!]!.form,
  shape: (shapes, attributes) => {
    const { op: applied, inner, count, shapes: own } = inside(shapes, attributes);
    const shape = applied.shape(own, inner);
    return typeof shape === 'string' ? shape : [count, ...shape];
  },
  value: (operands, shape, attributes) => {
    const {
      op: applied,
      inner,
      rows,
      count,
    } = inside(
      operands.map((x) => x.shape),
      attributes,
    );
    const own = shape.slice(1);
    const size = sizeOf(own);
    const out = new Float64Array(count * size);
    const row = (x: Tensor, k: number, n: number) => (rows[k] ? slice(x, n) : x);
    for (let n = 0; n < count; n++)
      out.set(
        applied.value(
          operands.map((x, k) => row(x, k, n)),
          own,
          inner,
        ),
        n * size,
      );
    return out;
  },
  scalar: (operands, [n, ...index], shapes, attributes) => {
    const { op: applied, inner, rows, shapes: own } = inside(shapes, attributes);
    const row = (element: Element, k: number): Element => (rows[k] ? (...at) => element(n!, ...at) : element);
    return applied.scalar(operands.map(row), index, own, inner);
  },
  pullbacks: (operands) => range(operands).map(pullback),
});

/** Ops along time whose result is a sequence again. */
const GIVES_SEQUENCE = new Set(['spreadTime', 'placeLast', 'delay']);

/** One op on operands of which some have rows. */
export function batchOp(
  op: Op,
  operands: readonly Operand[],
  attributes: Attributes | undefined,
  builder: Builder,
  N: number,
): Batched {
  const has = operands.map((operand) => typeof operand !== 'number' && operand.rows);
  const plain = operands.map((operand) => (typeof operand === 'number' ? operand : operand.value));
  if (!has.includes(true)) return { value: builder.emit(op, plain, attributes), rows: false };
  if (op.unrolled)
    return { value: builder.emit(op, plain, attributes), rows: true, sequence: GIVES_SEQUENCE.has(op.name) };
  if (op.pointwise) return pointwiseRows(op, operands, attributes, builder, N);
  const lead = operands.map((operand) => (typeof operand === 'number' ? operand : rowsFirst(operand)));
  const [first, second] = lead as [Var, Var];
  if (op.name === 'matvec' && !has[0]) return { value: matmul(second, first, [false, true]), rows: true };
  if (op.name === 'matvecT' && !has[0]) return { value: matmul(second, first), rows: true };
  if (op.name === 'batchMean') return { value: repeatRows(mul(1 / N, sumRows(first)), N), rows: true };
  const each: Attributes = { of: op.name, rows: has, ...(attributes && { inner: attributes }) };
  return { value: builder.emit(eachRow, lead, each), rows: true };
}

/** Examples before time, for ops that read a whole sequence of one example. */
export const rowsFirst = ({ value, rows, sequence }: Batched): Var => (rows && sequence ? swapAxes(value) : value);

/** Operands without rows are repeated, and those with examples before time turned round, so that all shapes are equal. */
function pointwiseRows(
  op: Op,
  operands: readonly Operand[],
  attributes: Attributes | undefined,
  builder: Builder,
  N: number,
): Batched {
  const sequence = operands.some((operand) => typeof operand !== 'number' && operand.sequence === true && operand.rows);
  const equal = operands.map((operand) => {
    if (typeof operand === 'number') return operand;
    const value = operand.rows ? operand.value : repeatRows(operand.value, N);
    return sequence && !(operand.rows && operand.sequence) ? swapAxes(value) : value;
  });
  return { value: builder.emit(op, equal, attributes), rows: true, sequence };
}

/** The gradient of an op applied to rows: its own chain rule, traced for one row and batched. */
const pullback =
  (k: number): Pullback =>
  (g, x, y, { of, inner, rows = [] }) => {
    const N = y.shape[0]!;
    const one = new Builder();
    const parts = [
      ...x.map((value, j) => ({ value, rows: rows[j]! })),
      { value: y, rows: true },
      { value: g, rows: true },
    ];
    const inputs = parts.map(({ value, rows: isRow }, j) => {
      const name = `row${j}`;
      return one.input({ name, symbol: name, kind: 'data', shape: isRow ? value.shape.slice(1) : value.shape });
    });
    const { result } = through(ops[of!]!, k, inputs.at(-1)!, inputs.slice(0, -2), inputs.at(-2)!, inner);
    const known = new Map<Name, Batched>(inputs.map(({ id }, j) => [id, parts[j]!]));
    for (const draft of one.equations) {
      if (!('id' in draft)) continue;
      const operands = draft.inputs.map((input): Operand => (typeof input === 'number' ? input : known.get(input)!));
      known.set(draft.id, batchOp(draft.op, operands, draft.attributes, g.builder, N));
    }
    const gradient = known.get(result.id)!;
    const perRow = gradient.rows ? gradient.value : repeatRows(gradient.value, N);
    return rows[k] ? perRow : sumRows(perRow);
  };
