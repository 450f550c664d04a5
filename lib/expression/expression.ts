/**
 * What a typed formula is once it has been read: a tree, as plain data. Reading is in `parse.ts`, writing in `print.ts`
 * and `tex.ts`, and turning it into equations of the engine in `evaluate.ts`. Nothing here runs what was typed.
 */
import type { FunctionName } from './functions.ts';

/** The signs between two operands. */
export type Operator = '+' | '−' | '·' | '/' | '^';

/** A formula. Numbers are not negative: a minus sign is `negative`. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'constant'; readonly name: 'e' | 'π' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] };

/** Longest text that is read, and deepest nesting. */
export const LIMITS = { length: 200, depth: 40 } as const;

/** How tightly each kind binds: 1 sums, 2 products, 3 signs, 4 powers, 5 what stands alone. */
export function bindingOf(expression: Expression): number {
  if (expression.kind === 'negative') return 3;
  if (expression.kind !== 'operation') return 5;
  return { '+': 1, '−': 1, '·': 2, '/': 2, '^': 4 }[expression.operator];
}
