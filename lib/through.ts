/**
 * The chain rule at one op: from the gradient of its result to the gradient of one of its operands, as equations.
 */

import type { Var } from './builder.ts';
import type { Op } from './op.ts';
import { ops } from './ops.ts';
import type { Attributes } from './program.ts';

export interface Through {
  /** The local derivative, where the op has one apart from the product. */
  readonly local?: Var;
  /** The gradient of the operand; the upstream gradient itself when the local derivative is 1. */
  readonly result: Var;
}

/** Emits what reaches operand k of `y = op(x)`, given the upstream gradient g. */
export function through(op: Op, k: number, g: Var, x: readonly Var[], y: Var, attributes: Attributes = {}): Through {
  const partials = typeof op.partials === 'function' ? op.partials(x.length) : op.partials;
  if (partials) {
    const local = partials[k]!(x, y);
    if (local === 1) return { result: g };
    if (typeof local === 'number') return { result: apply('mul', g, local) };
    const spreads = local.shape.length > 0 && y.shape.length === 0;
    return { local, result: apply(spreads ? 'scale' : 'mul', g, local) };
  }
  const pullbacks = typeof op.pullbacks === 'function' ? op.pullbacks(x.length) : op.pullbacks!;
  return { result: pullbacks[k]!(g, x, y, attributes) };
}

/** Applies an op by name. */
export const apply = (name: string, first: Var, ...others: (Var | number)[]): Var =>
  first.builder.emit(ops[name]!, [first, ...others]);
