/**
 * The gradient of a shared weight, taken apart by time: which loss it comes from, and at which step the weight acted.
 *
 * ∂L/∂W = Σ_t Σ_{k≤t} ∂L/∂l_t · ∂l_t/∂h_k · ∂⁺h_k/∂W, where ∂⁺ is the immediate derivative: W moves at step k alone.
 * (Pascanu, Mikolov & Bengio 2013, eqs. 3–5; for a cell with more state, h_k is all of it.)
 */
import { backward } from '../backward.ts';
import { norm } from '../linear-algebra.ts';
import { flat, type Name, type Program, timed } from '../program.ts';
import { prune } from '../prune.ts';
import { type Given, run } from '../run.ts';
import { type Tensor, zeros } from '../tensor.ts';
import { unroll } from '../unroll.ts';
import { lossWeights } from './recurrence.ts';
import { added, scaled } from './tensors.ts';

/** The terms ∂l_t/∂W through step k of the gradient by one parameter W. */
export interface LagTerms {
  readonly parameter: Name;
  /** Row t − 1 holds the terms of l_t for k = 1 … t, each of the parameter's shape. */
  readonly terms: readonly (readonly Tensor[])[];
}

/**
 * The table of terms, by T backward passes over the unrolled network: one from each l_t, whose contribution at step k is
 * the term (t, k). Their sum is the gradient.
 *
 * ```ts
 * import { network, rnnIdentity, throughTime } from 'unrolled';
 * const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T: 2, loss: 'mse', lossAt: 'last' });
 * const given = { W_hh: [[0.5]], W_xh: [[1]], b_h: [0], W_hy: [[0.5]], b_y: [0], h_0: [0], x: [[1], [1]], target: [[0], [0.25]] };
 * const { terms } = throughTime.lagTerms(program, given, 'W_xh');
 * terms.map((row) => row.map(({ data }) => data[0])) // → [[0], [0.25, 0.5]]
 * ```
 *
 * @param program a network with its scan (not unrolled)
 * @throws TypeError when the name is no parameter, or the program has no loss l at each step
 */
export function lagTerms(program: Program, given: Given, parameter: Name): LagTerms {
  const input = program.inputs.find(({ name, kind }) => name === parameter && kind === 'parameter');
  if (!input) throw new TypeError(`${parameter} is no parameter of the program`);
  const unrolled = unroll(program);
  const weights = lossWeights(program, given);
  const terms = Array.from(weights, (weight, at) => {
    const row = Array.from({ length: at + 1 }, () => zeros(input.shape));
    if (weight !== 0) fillRow(row, unrolled, given, parameter, at + 1, weight);
    return row;
  });
  return { parameter, terms };
}

function fillRow(row: Tensor[], unrolled: Program, given: Given, parameter: Name, t: number, weight: number): void {
  const loss = timed('l', t);
  const both = backward(prune(unrolled, [loss]), { of: loss, wrt: [parameter] });
  const values = run(both, given);
  for (const { name, role, wrt, step } of flat(both)) {
    if (role !== 'product' || wrt !== parameter) continue;
    if (step === undefined) throw new TypeError(`${parameter} also acts outside of the steps, in ${name}`);
    row[step - 1] = added(row[step - 1]!, scaled(weight, values.get(name)!));
  }
}

/** The sum of all terms: the gradient. */
export const totalOf = ({ terms }: LagTerms): Tensor => terms.flat().reduce(added);

/** All terms of one lag t − k added, and how much that is. */
export interface LagShare {
  readonly lag: number;
  readonly gradient: Tensor;
  readonly norm: number;
  /** The norm as a part of the sum of the norms of all lags. (Not of the norm of the gradient: lags may cancel.) */
  readonly share: number;
}

/** The gradient by lag: 0 is what a step does to its own loss, T − 1 reaches from the last loss to the first step. */
export function lagShares({ terms }: LagTerms): LagShare[] {
  const gradients = terms.map((_, lag) =>
    terms
      .slice(lag)
      .map((row, at) => row[at]!)
      .reduce(added),
  );
  const norms = gradients.map(norm);
  const sum = norms.reduce((a, b) => a + b, 0);
  return gradients.map((gradient, lag) => ({
    lag,
    gradient,
    norm: norms[lag]!,
    share: sum === 0 ? 0 : norms[lag]! / sum,
  }));
}
