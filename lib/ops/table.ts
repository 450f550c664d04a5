/**
 * The op table and how a row gets into it. Not the rows: those stand in the files beside this one.
 */

import { builderOf, traced, type Var } from '../builder.ts';
import type { Expr, Op } from '../op.ts';
import type { Attributes } from '../program.ts';

const table: Record<string, Op> = {};

/** Every op by name. An equation names its op and is looked up here: no closures over values. */
export const ops: Readonly<Record<string, Op>> = table;

export function register(row: Op): Op {
  table[row.name] = row;
  return row;
}

/** Adds a row and returns the op as a function on traced values. */
export function op(name: string, row: Omit<Op, 'name'>): (...operands: readonly (Var | number)[]) => Var {
  const entry = register({ name, ...row });
  return (...operands) => applied(entry, operands);
}

/** An op of one operand with attributes, as a function on traced values. */
export type OpWith<A extends unknown[]> = (value: Var, ...args: A) => Var;

/** The same for an op of one operand with attributes. */
export function opWith<A extends unknown[]>(
  name: string,
  attributesOf: (...args: A) => Attributes,
  row: Omit<Op, 'name'>,
): OpWith<A> {
  const entry = register({ name, ...row });
  return (value, ...args) => applied(entry, [value], attributesOf(...args));
}

/** Emits an op, having refused what a compiler would: too few or too many operands, and a misspelt one, `undefined`. */
function applied(entry: Op, operands: readonly (Var | number)[], attributes?: Attributes): Var {
  const rules = entry.partials ?? entry.pullbacks;
  if (Array.isArray(rules) && !entry.stops && rules.length !== operands.length)
    throw new TypeError(
      `${entry.name} takes ${rules.length} operand${rules.length === 1 ? '' : 's'}, got ${operands.length}`,
    );
  for (const [k, operand] of operands.entries())
    if (typeof operand !== 'number') traced(operand, `operand ${k + 1} of ${entry.name}`);
  return builderOf(operands).emit(entry, operands, attributes);
}

export const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
export const plus = (...x: readonly number[]): number => x.reduce((sum, term) => sum + term);
export const total = (data: ArrayLike<number>): number => {
  let sum = data[0] ?? 0;
  for (let k = 1; k < data.length; k++) sum += data[k]!;
  return sum;
};
export const sumOf = (terms: readonly Expr[]): Expr => (terms.length === 1 ? terms[0]! : { op: 'add', args: terms });
export const productOf = (a: Expr, b: Expr): Expr => ({ op: 'mul', args: [a, b] });
