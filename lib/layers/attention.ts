/**
 * Attention: a query asks a sequence of encodings, and gets their mean weighted by how well they fit.
 */

import type { Var } from '../builder.ts';
import type { Shapes } from '../cells/cell.ts';
import { add, matvec, matvecT, repeatRows, softmax, tanh } from '../ops.ts';
import { scan } from '../scan.ts';

/** What a query got from the encodings. */
export interface Attended {
  /** One weight for each encoding, adding to 1: [S]. */
  readonly weights: Var;
  /** Σ_j weights_j encodings_j: [E]. */
  readonly context: Var;
}

const read = (scores: Var, encodings: Var): Attended => {
  const weights = softmax(scores);
  return { weights, context: matvecT(encodings, weights) };
};

/** Dot-product attention (Luong 2015): score_j = ⟨encoding_j, query⟩. Encodings [S, E], query [E]. */
export const dotAttention = (encodings: Var, query: Var): Attended => read(matvec(encodings, query), encodings);

/** Parameters of additive attention: width A, encodings E, query Q. */
export const additiveParameters = (E: number, Q: number, A: number): Shapes => ({ U_a: [A, E], W_a: [A, Q], v_a: [A] });

/** U_a encoding_j for every j, computed once for all queries: [S, A]. */
export const additiveKeys = ({ U_a }: Record<string, Var>, encodings: Var): Var =>
  scan({}, { e: encodings }, (_, { e }) => ({ k: matvec(U_a!, e!) })).k!;

/** Additive attention (Bahdanau, Cho & Bengio 2015): score_j = vᵀ tanh(W_a query + U_a encoding_j). */
export function additiveAttention({ W_a, v_a }: Record<string, Var>, keys: Var, encodings: Var, query: Var): Attended {
  const moved = repeatRows(matvec(W_a!, query), keys.shape[0]!);
  return read(matvec(tanh(add(moved, keys)), v_a!), encodings);
}
