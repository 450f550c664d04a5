/**
 * Softmax and the stable logarithm of a sum of exponentials: the largest logit is taken out first.
 */
import * as math from '../math.ts';
import { call, type Element, type Expr } from '../op.ts';
import type { Shape, Tensor } from '../tensor.ts';
import { mul, sub } from './pointwise.ts';
import { dot } from './products.ts';
import { every, spread } from './reductions.ts';
import { op, sumOf, total } from './table.ts';

const largest = (z: Tensor) => z.data.reduce((top, x) => Math.max(top, x));
const shifted = (z: Tensor): number[] => {
  const top = largest(z);
  return Array.from(z.data, (x) => math.exp(x - top));
};
const shiftedExprs = (z: Element, shape: Shape): Expr[] =>
  every(z, shape).map((x) => ({ op: 'exp', args: [{ op: 'sub', args: [x, largestExpr(z, shape)] }] }));
const largestExpr = (z: Element, shape: Shape): Expr => ({ op: 'max', args: every(z, shape) });
const vectorOnly = ([z]: readonly Shape[]) => z?.length === 1;

/** e^{z_i} / Σ_j e^{z_j} of a vector. */
export const softmax = op('softmax', {
  form: call('softmax'),
  shape: (shapes) => (vectorOnly(shapes) ? shapes[0]! : 'expected a vector'),
  value: ([z]) => {
    const e = shifted(z!);
    const norm = total(e);
    return e.map((x) => x / norm);
  },
  scalar: ([z], [i], [shape]) => {
    const e = shiftedExprs(z!, shape!);
    return { op: 'div', args: [e[i!]!, sumOf(e)] };
  },
  pullbacks: [(g, _, p) => mul(p, sub(g, spread(dot(g, p), p.shape)))],
});

/** log Σ_i e^{z_i} of a vector → a scalar. Its gradient is softmax(z). */
export const logsumexp = op('logsumexp', {
  form: call('logsumexp'),
  shape: (shapes) => (vectorOnly(shapes) ? [] : 'expected a vector'),
  value: ([z]) => [largest(z!) + math.log(total(shifted(z!)))],
  scalar: ([z], _, [shape]) => ({
    op: 'add',
    args: [largestExpr(z!, shape!), { op: 'log', args: [sumOf(shiftedExprs(z!, shape!))] }],
  }),
  partials: [([z]) => softmax(z!)],
});
