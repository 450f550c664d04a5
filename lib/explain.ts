/**
 * Provenance: the equation that a number came from, with the numbers put in. What is printed recomputes to
 * what is printed: operands get as many digits as that takes.
 */

import type { Expr } from './op.ts';
import { ops } from './ops.ts';
import { flat, type Name, type OpEquation, type Program, shapesOf } from './program.ts';
import type { Values } from './run.ts';
import { elementExpr, elementName, exprText } from './scalarize.ts';
import { tensor, unravel } from './tensor.ts';

/** Where a number comes from, in symbols and in numbers. */
export interface Explanation {
  /** The number's name, `h_2[0]`. */
  readonly name: Name;
  /** `tanh(W_hh[0,0]·h_1[0] + W_xh[0,0]·x_2[0] + b_h[0])` */
  readonly symbolic: string;
  /** `tanh(0.5000·0.7616 + 1.0000·0.0000 + 0)` */
  readonly numeric: string;
  /** `0.3634` */
  readonly result: string;
  readonly value: number;
}

/** Which equations are put in where they are used. Default: those without a name of their own. */
export type Inline = (equation: OpEquation) => boolean;

/**
 * Explains one element (flat position `at`) of a computed value; undefined for an input, which comes from nowhere.
 *
 * @param digits decimals of the result (and, where that suffices, of the operands)
 */
export function explain(
  program: Program,
  values: Values,
  name: Name,
  at = 0,
  inline: Inline = (e) => !e.named,
  digits = 4,
): Explanation | undefined {
  const equations = new Map(flat(program).map((equation) => [equation.name, equation]));
  const equation = equations.get(name);
  if (!equation) return undefined;
  const shapes = shapesOf(program);
  const expand = (part: Expr): Expr => {
    if (typeof part === 'number') return part;
    if ('args' in part) return { op: part.op, args: part.args.map(expand) };
    const source = equations.get(part.ref);
    return source && inline(source) ? expand(elementExpr(source, part.index, (n) => shapes.get(n)!)) : part;
  };
  const index = unravel(at, equation.shape);
  const expr = expand(elementExpr(equation, index, (n) => shapes.get(n)!));
  const value = values.get(name)!.data[at]!;
  const read = (ref: Name, position: readonly number[]): number => {
    const { shape, data } = values.get(ref)!;
    return data[position.reduce((flatIndex, k, axis) => flatIndex * shape[axis]! + k, 0)]!;
  };
  const result = decimal(value, digits);
  const enough = (n: number) =>
    decimal(
      compute(expr, (ref, p) => asPrinted(read(ref, p), n)),
      digits,
    ) === result;
  let places = digits;
  while (places < 17 && !enough(places)) places++;
  const leaf = (part: number | { ref: Name; index: readonly number[] }, inProduct: boolean): string => {
    if (typeof part === 'number') return literal(part);
    const number = read(part.ref, part.index);
    return number === 0 && !inProduct ? '0' : decimal(number, places);
  };
  return { name: elementName(name, index), symbolic: exprText(expr), numeric: exprText(expr, leaf), result, value };
}

/** The number that a reader takes from its print. */
const asPrinted = (x: number, digits: number): number =>
  Number.isFinite(x) ? Number(decimal(x, digits).replaceAll('−', '-')) : x;

/** A number with a fixed count of decimals; a real minus sign; NaN and ∞ as words. */
export function decimal(x: number, digits: number): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  const text =
    Math.abs(x) !== 0 && (Math.abs(x) < Number(`5e-${digits + 1}`) || Math.abs(x) >= 1e9)
      ? x.toExponential(digits - 1)
      : x.toFixed(digits);
  return text.replace(/-/g, '−');
}

const literal = (x: number): string => String(x).replace('-', '−');

/** The value of a scalar expression. */
function compute(expr: Expr, read: (ref: Name, index: readonly number[]) => number): number {
  if (typeof expr === 'number') return expr;
  if ('ref' in expr) return read(expr.ref, expr.index);
  const args = expr.args.map((arg) => tensor(compute(arg, read)));
  return ops[expr.op]!.value(args, [], {})[0]!;
}
