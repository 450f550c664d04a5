/**
 * Penalties: what large weights cost, as a scalar to be added to the loss; and what minimising with them does to a weight.
 *
 * The objectives are L + λ‖w‖₁ and L + ½λ‖w‖²: with the ½ for the square and none for the size, gradients are
 * λ sign(w) and λ w. Conventions differ: `weight_decay` of PyTorch's optimisers is this λ of ½λ‖w‖²; Keras'
 * `regularizers.L2(λ)` is λ‖w‖², twice as much. Which parameters are penalised is the caller's choice: usually the
 * matrices and not the biases (Goodfellow et al. 2016, §7.1).
 */

import type { Var } from './builder.ts';
import { abs, add, div, mul, relu, scale, sign, square, sub, sum } from './ops.ts';
import { everywhere } from './optimizers/everywhere.ts';

/** From parameters of any shapes and λ ≥ 0, a number or a traced scalar, to a scalar. */
export type Penalty = (weights: readonly Var[], lambda: Var | number) => Var;

/** λ‖w‖₁ = λ Σ|w|: some weights become exactly 0. Tibshirani 1996 (lasso). */
export const l1: Penalty = (weights, lambda) => scale(lambda, overAll(weights, abs));

/** ½λ‖w‖² = ½λ Σw²: every weight shrinks, none becomes 0. Hoerl & Kennard 1970 (ridge); weight decay. */
export const l2: Penalty = (weights, lambda) => scale(lambda, scale(0.5, overAll(weights, square)));

/**
 * λ(α‖w‖₁ + ½(1 − α)‖w‖²), α in [0, 1]: L1 for α = 1, L2 for α = 0. Zou & Hastie 2005 (their naive elastic net), in
 * the parameters of Friedman, Hastie & Tibshirani 2010.
 */
export const elasticNet =
  (alpha: number): Penalty =>
  (weights, lambda) =>
    scale(lambda, add(scale(alpha, overAll(weights, abs)), scale((1 - alpha) / 2, overAll(weights, square))));

/** A penalty with what a reader should know about it. */
export interface PenaltyEntry {
  readonly id: string;
  readonly name: string;
  /** BibTeX key of the paper that introduced it. */
  readonly paper: string;
  readonly penalty: Penalty;
}

/** Every penalty with what a selector shows. */
export const penalties: readonly PenaltyEntry[] = [
  { id: 'l1', name: 'L1', paper: 'tibshirani1996', penalty: l1 },
  { id: 'l2', name: 'L2', paper: 'hoerl1970', penalty: l2 },
  { id: 'elastic-net', name: 'Elastic net, α = ½', paper: 'zou2005', penalty: elasticNet(0.5) },
];

/**
 * sign(u) max(|u| − θ, 0), element by element: moves u by θ towards 0, and leaves it there. The w that minimises
 * ½(w − u)² + θ|w|, the proximal operator of L1. (Without the ½ the threshold is θ/2.) u of any shape, θ a number or a
 * traced scalar. Donoho & Johnstone 1994.
 *
 * ```ts
 * import { run, softThreshold, trace } from 'unrolled';
 * const program = trace({ u: { shape: [4], kind: 'data' } }, ({ u }) => ({ w: softThreshold(u, 0.25) }));
 * run(program, { u: [3, 1, 0.2, -0.5] }).get('w').data // → [2.75, 0.75, 0, -0.25]
 * ```
 */
export const softThreshold = (u: Var, theta: Var | number): Var =>
  mul(sign(u), relu(sub(abs(u), everywhere(theta, u))));

/** u/(1 + θ), element by element. The w that minimises ½(w − u)² + ½θw², the proximal operator of L2: 0 only for u = 0. */
export const shrink = (u: Var, theta: Var | number): Var =>
  div(u, typeof theta === 'number' ? 1 + theta : everywhere(add(1, theta), u));

function overAll(weights: readonly Var[], f: (w: Var) => Var): Var {
  if (weights.length === 0) throw new TypeError('a penalty needs at least one parameter');
  return weights.map((w) => sum(f(w))).reduce((total, term) => add(total, term));
}
