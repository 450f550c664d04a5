/**
 * Zooming in: tensor equations as equations between single numbers. Of a finished forward and backward
 * program, never before: it is for reading, and every number keeps its bits.
 */
import type { Element, Expr } from './op.ts';
import { positions } from './ops/reductions.ts';
import { ops } from './ops.ts';
import { flat, type Input, type Name, type OpEquation, type Operand, type Program, shapesOf } from './program.ts';
import { evaluate, type Values } from './run.ts';
import { type Shape, type Tensor, tensor } from './tensor.ts';

/** A scalar equation knows the element that it computes or is a part of. */
export interface ScalarEquation extends OpEquation {
  readonly element: { readonly of: Name; readonly index: readonly number[] };
}

/** `h_2` at [0] → `h_2[0]`; `W_hh` at [0, 1] → `W_hh[0,1]`; a scalar keeps its name. */
export const elementName = (name: Name, index: readonly number[]): Name =>
  index.length ? `${name}[${index.join(',')}]` : name;

/** One element of a value as scalar arithmetic on its operands' elements. */
export function elementExpr(equation: OpEquation, index: readonly number[], shapeOf: (name: Name) => Shape): Expr {
  const { op, inputs, attributes = {} } = equation;
  const shapes = inputs.map((input) => (typeof input === 'number' ? [] : shapeOf(input)));
  const elements = inputs.map(
    (input, k): Element =>
      (...at) =>
        typeof input === 'number' ? input : { ref: input, index: at.slice(0, shapes[k]!.length) },
  );
  return ops[op]!.scalar(elements, index, shapes, attributes);
}

/**
 * Every equation written out element by element, and every product and sum in it as an equation of its own.
 * Its inputs are scalars: `scalarInputs` takes the tensors apart.
 *
 * @throws TypeError when the program still has scans
 */
export function scalarize(program: Program): Program & { readonly equations: readonly ScalarEquation[] } {
  const shapes = shapesOf(program);
  const inputs = program.inputs.flatMap((input) =>
    positions(input.shape).map((index): Input => {
      const { slice: _, ...kept } = input;
      return { ...kept, name: elementName(input.name, index), shape: [] };
    }),
  );
  const taken = new Set(inputs.map(({ name }) => name));
  const equations = flat(program).flatMap((equation) =>
    positions(equation.shape).flatMap((index) =>
      expand(
        equation,
        index,
        elementExpr(equation, index, (name) => shapes.get(name)!),
        taken,
      ),
    ),
  );
  const outputs = Object.entries(program.outputs).flatMap(([key, name]) =>
    positions(shapes.get(name)!).map((index) => [elementName(key, index), elementName(name, index)] as const),
  );
  return { inputs, equations, outputs: Object.fromEntries(outputs) };
}

/** The scalar equations that one element takes: inner operations first, the element itself last. */
function expand(equation: OpEquation, index: readonly number[], expr: Expr, taken: Set<Name>): ScalarEquation[] {
  const written: ScalarEquation[] = [];
  const { attributes: _, ...meta } = equation;
  const element = { of: equation.name, index };
  const emit = (op: string, inputs: readonly Operand[], name: Name, named: boolean, value?: number): Name => {
    let unique = name;
    while (taken.has(unique)) unique += '′';
    taken.add(unique);
    written.push({
      ...meta,
      op,
      inputs,
      name: unique,
      shape: [],
      named,
      element,
      ...(value !== undefined && { attributes: { shape: [], value } }),
    });
    return unique;
  };
  const known = new Map<string, Name>();
  const operand = (part: Expr): Operand => {
    if (typeof part === 'number') return part;
    if ('ref' in part) return elementName(part.ref, part.index);
    const inputs = part.args.map(operand);
    const text = exprText({
      op: part.op,
      args: inputs.map((name) => (typeof name === 'number' ? name : { ref: name, index: [] })),
    });
    const name = known.get(text) ?? emit(part.op, inputs, text, false);
    known.set(text, name);
    return name;
  };
  const target = elementName(equation.name, index);
  if (typeof expr === 'number') emit('fill', [], target, equation.named, expr);
  else if ('ref' in expr) emit('identity', [operand(expr)], target, equation.named);
  else emit(expr.op, expr.args.map(operand), target, equation.named);
  return written;
}

const precedence: Readonly<Record<string, number>> = { add: 1, sub: 1, mul: 2, div: 2 };
const signs: Readonly<Record<string, string>> = { add: ' + ', sub: ' − ', mul: '·', div: '/' };

/** Scalar arithmetic as text: `0.5·0.7616 + 1·0 + 0`. `leaf` writes elements and literals. */
export function exprText(
  expr: Expr,
  leaf: (part: Exclude<Expr, { args: unknown }>, inProduct: boolean) => string = defaultLeaf,
): string {
  const write = (part: Expr, needs: number, inProduct: boolean): string => {
    if (typeof part === 'number' || 'ref' in part) {
      const text = leaf(part, inProduct);
      return needs > 0 && text.startsWith('−') ? `(${text})` : text;
    }
    const binds = precedence[part.op];
    if (binds === undefined)
      return functionText(
        part.op,
        part.args.map((arg) => write(arg, 0, false)),
      );
    const text = part.args
      .map((arg, k) =>
        write(
          arg,
          k === 0 && binds === 1 ? 0 : binds + (k > 0 && (part.op === 'sub' || part.op === 'div') ? 1 : 0),
          binds === 2,
        ),
      )
      .join(signs[part.op]);
    return binds < needs ? `(${text})` : text;
  };
  return write(expr, 0, false);
}

const defaultLeaf = (part: number | { readonly ref: Name; readonly index: readonly number[] }): string =>
  typeof part === 'number' ? String(part).replace('-', '−') : elementName(part.ref, part.index);

function functionText(op: string, args: readonly string[]): string {
  if (op === 'square') return /^[\w.]+$/.test(args[0]!) ? `${args[0]}²` : `(${args[0]})²`;
  return ops[op]!.form.text(args);
}

/** The scalar equations of one equation of a program that has been run, each with its value. */
export function scalarsOf(
  program: Program,
  equation: OpEquation,
  values: Values,
): { readonly equation: ScalarEquation; readonly value: number }[] {
  const shapes = shapesOf(program);
  const taken = new Set<Name>();
  const own = new Map<Name, Tensor>();
  const read = (name: Name): Tensor => own.get(name) ?? tensor(elementValue(values, name));
  return positions(equation.shape).flatMap((index) =>
    expand(
      equation,
      index,
      elementExpr(equation, index, (name) => shapes.get(name)!),
      taken,
    ).map((scalar) => {
      const value = evaluate(scalar, read);
      own.set(scalar.name, value);
      return { equation: scalar, value: value.data[0]! };
    }),
  );
}

/** The value behind an element's name: `h_2[0]`, or a scalar's own. */
export function elementValue(values: Values, name: Name): number {
  const whole = values.get(name);
  if (whole) return whole.data[0]!;
  const [, of, list] = /^(.*)\[([\d,]+)\]$/.exec(name)!;
  const { shape, data } = values.get(of!)!;
  return data[list!.split(',').reduce((flatIndex, k, axis) => flatIndex * shape[axis]! + Number(k), 0)]!;
}
