/**
 * The rule table of the backward pass, as data: the derivative of each op, and what happens where gradients meet. What
 * `backward` goes by. A changed entry gives another backward pass, a wrong one: `checkGradients` finds it.
 */
import type { Op } from './op.ts';
import { ops } from './ops.ts';

/** By what rules gradients are passed back. The engine's own are `RULES`. */
export interface Rules {
  /** The derivatives: one row per op, by name. */
  readonly ops: Readonly<Record<string, Op>>;
  /** The terms of a parameter that is used several times: added up (`+=`), or each in place of the one before (`=`). */
  readonly terms: 'add' | 'replace';
  /** What a step of a scan says to the state that it was given (`dh_next`): carried to the step before, or dropped. */
  readonly future: 'carry' | 'drop';
  /** What a parameter's gradient starts from: 0, or what stands there, which is then an input, `dL/dW_hh before`. */
  readonly start: 'zero' | 'before';
}

/**
 * The rules of calculus.
 *
 * ```ts
 * import { backward, mul, RULES, run, trace } from 'unrolled';
 * const cube = trace({ w: { shape: [], kind: 'parameter' } }, ({ w }) => ({ L: mul(w, mul(w, w)) }));
 * run(backward(cube), { w: 2 }).get('dL/dw').data // → [12]
 * run(backward(cube, { rules: { ...RULES, terms: 'replace' } }), { w: 2 }).get('dL/dw').data // → [4]
 * ```
 */
export const RULES: Rules = { ops, terms: 'add', future: 'carry', start: 'zero' };
