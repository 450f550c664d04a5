/**
 * What a row of the op table says, and how an op is written down.
 * Not the table itself: that is `ops.ts`.
 */

import type { Var } from './builder.ts';
import type { Attributes, Name } from './program.ts';
import type { Shape, Tensor } from './tensor.ts';

/** A scalar expression over elements of named tensors: what one number of a result is made of. */
export type Expr =
  | number
  | { readonly ref: Name; readonly index: readonly number[] }
  | { readonly op: string; readonly args: readonly Expr[] };

/** Reads one element of an operand as an expression. */
export type Element = (...index: number[]) => Expr;

/** How an op is written, as text and as TeX; `binds` decides where parentheses are needed. */
export interface Form {
  readonly text: (args: readonly string[]) => string;
  readonly tex: (args: readonly string[]) => string;
  /** How tightly the result binds: 1 sums, 2 products, 3 powers, 4 atoms and calls. */
  readonly binds: number;
  /** How tightly operand k must bind to stand without parentheses. */
  readonly needs: (k: number, notation: 'text' | 'tex') => number;
}

/** The derivative of one operand, as equations. `x` are the operands, `y` the result. */
export type Partial = (x: readonly Var[], y: Var) => Var | number;
export type Pullback = (gradient: Var, x: readonly Var[], y: Var, attributes: Attributes) => Var;

/** The shape of a literal number: the only operand that spreads over the others. Compared by identity. */
export const LITERAL: Shape = [];

/** One op: everything that any interpreter, printer or transformation knows about it. */
export interface Op {
  readonly name: string;
  readonly form: Form;
  /** For ops that stand for another: how that one is written. */
  readonly formOf?: (attributes: Attributes) => Form;
  /** The result's shape, or in words what was expected instead. A literal operand has the shape `LITERAL`. */
  readonly shape: (operands: readonly Shape[], attributes: Attributes) => Shape | string;
  /** The result's elements, row-major. */
  readonly value: (operands: readonly Tensor[], shape: Shape, attributes: Attributes) => ArrayLike<number>;
  /** Pointwise ops: the function of numbers that `value` applies to every element. */
  readonly pointwise?: (...x: number[]) => number;
  /** One element of the result as products, sums and functions of scalars, in the order `value` computes it. */
  readonly scalar: (
    operands: readonly Element[],
    index: readonly number[],
    shapes: readonly Shape[],
    attributes: Attributes,
  ) => Expr;
  /** Pointwise and scalar-valued ops: the local derivative by each operand, to be multiplied by the upstream gradient. */
  readonly partials?: readonly Partial[] | ((operands: number) => readonly Partial[]);
  /** Other ops: the vector–Jacobian product by each operand, given the upstream gradient. */
  readonly pullbacks?: readonly Pullback[] | ((operands: number) => readonly Pullback[]);
  /** The result counts as a constant: no gradient goes through. */
  readonly stops?: true;
  /** Ops along time, on the list of steps instead of the stacked tensor: how `unroll` replaces them. */
  readonly unrolled?: (steps: readonly Var[], attributes: Attributes) => Var | readonly Var[];
}

/** How an equation's op is written. */
export const formOf = (op: Op, attributes: Attributes = {}): Form => op.formOf?.(attributes) ?? op.form;

/** A written expression and how tightly it binds. */
export interface Written {
  readonly text: string;
  readonly binds: number;
}

/** Writes an op applied to written operands, with parentheses only where they are needed. */
export function write(form: Form, notation: 'text' | 'tex', operands: readonly Written[]): Written {
  const args = operands.map(({ text, binds }, k) => (binds < form.needs(k, notation) ? `(${text})` : text));
  return { text: form[notation](args), binds: form.binds };
}

/** `tanh(a)`; TeX `\tanh(a)`. */
export const call = (text: string, tex = `\\operatorname{${text}}`): Form => ({
  text: (args) => `${text}(${args.join(', ')})`,
  tex: (args) => `${tex}(${args.join(', ')})`,
  binds: 4,
  needs: () => 0,
});

/** `a + b + c`. `right` is what later operands need: one more than `binds` when the op does not associate. */
export const infix = (text: string, tex: string, binds: number, right = binds): Form => ({
  text: (args) => args.join(text),
  tex: (args) => args.join(tex),
  binds,
  needs: (k) => (k === 0 ? binds : right),
});

/** A pattern of its own, `$0` and `$1` standing for the operands. `texNeeds` differs where TeX groups by layout: a fraction. */
export const pattern = (text: string, tex: string, binds: number, needs: number, texNeeds = needs): Form => {
  const fill = (template: string) => (args: readonly string[]) =>
    template.replace(/\$(\d)/g, (_, k: string) => args[Number(k)]!);
  return { text: fill(text), tex: fill(tex), binds, needs: (_, notation) => (notation === 'tex' ? texNeeds : needs) };
};
