/**
 * The map: how strongly every step notices a nudge of every earlier one, computed from the Jacobians of the network's
 * steps. No DOM and no timers.
 */
import {
  add,
  backward,
  type Cell,
  type Given,
  linearAlgebra,
  losses,
  matvec,
  type Program,
  random,
  run,
  type Tensor,
  throughTime,
  trace,
} from 'unrolled';
import { stateOf } from '../_shared/stack.ts';
import { cellOf, givenOf, programOf, STEEPEST } from './network.ts';
import type { CellId, VanishingState } from './state.ts';

const { block, stateJacobians } = throughTime;
const { identityMatrix, norm, product, singularValues, spectralRadius } = linearAlgebra;

export interface CellMap {
  readonly id: CellId;
  readonly cell: Cell;
  readonly program: Program;
  readonly given: Given;
  readonly jacobians: throughTime.StateJacobians;
  /** What the product starts from at step t: the rows of h_t in s_t, or ∂l_t/∂h_t in their place. */
  readonly starts: readonly Tensor[];
  /** The state that is nudged: all that is carried, or the bottom layer of a stack. */
  readonly nudged: string | undefined;
  /** norms[t − 1][k] for k = 0 … t. */
  readonly norms: readonly (readonly number[])[];
  readonly splits: Map<number, throughTime.SplitJacobian>;
}

/** A vector's length, or the most that a matrix stretches one. NaN and ∞ pass through. */
export function sizeOf(matrix: Tensor): number {
  if (!matrix.data.every(Number.isFinite))
    return matrix.data.some(Number.isNaN) ? Number.NaN : Number.POSITIVE_INFINITY;
  return matrix.shape[0] === 1 || matrix.shape[1] === 1 ? norm(matrix) : singularValues(matrix)[0]!;
}

export function mapOf(id: CellId, state: VanishingState): CellMap {
  const { H, T, isTied, layers } = state;
  const cell = cellOf(id, state);
  const program = programOf(cell, { X: 1, H, Y: 1 }, T, isTied);
  const given = givenOf(cell, state);
  const nudged = layers > 1 ? stateOf(1, layers) : undefined;
  return { id, cell, program, given, nudged, splits: new Map(), ...normsOf(program, given, state, nudged) };
}

/** The norms of ∂h_t/∂s_k, or ∂l_t/∂s_k, for all k ≤ t: for each t one sweep of products back through time. */
export function normsOf(
  program: Program,
  given: Given,
  { measure, seed }: Pick<VanishingState, 'measure' | 'seed'>,
  nudged?: string,
) {
  const jacobians = stateJacobians(program, given);
  const starts =
    measure === 'loss' ? lossRows(program, given, jacobians, seed) : jacobians.steps.map(() => stateRows(jacobians));
  const norms = starts.map((start, at) =>
    sweep(jacobians, start, at + 1).map((M) => sizeOf(part(M, jacobians, nudged))),
  );
  return { jacobians, starts, norms };
}

/** M_k for k = 0 … t: M_t is the start, M_{k−1} = M_k · J_k. */
export function sweep({ steps }: throughTime.StateJacobians, start: Tensor, t: number): Tensor[] {
  const all = [start];
  for (let k = t; k > 0; k--) all.unshift(product(all[0]!, steps[k - 1]!));
  return all;
}

/** The columns of one state, or all of them. */
export function part(M: Tensor, { parts }: throughTime.StateJacobians, symbol: string | undefined): Tensor {
  return symbol === undefined
    ? M
    : block(M, [{ symbol: 'rows', start: 0, size: M.shape[0]! }, ...parts], 'rows', symbol);
}

/** The rows of h in the identity: ∂h_t/∂s_t. */
function stateRows({ parts, steps }: throughTime.StateJacobians): Tensor {
  const S = steps[0]!.shape[0]!;
  const { start, size } = parts.find(({ symbol }) => symbol === 'h')!;
  return { shape: [size, S], data: identityMatrix(S).data.slice(start * S, (start + size) * S) };
}

/** ∂l_t/∂s_t for each t: l_t is the squared error of one output whose target is 1. */
function lossRows(program: Program, given: Given, jacobians: throughTime.StateJacobians, seed: number): Tensor[] {
  const rows = stateRows(jacobians);
  const [H] = rows.shape as [number];
  const data = (...shape: number[]) => ({ shape, kind: 'data' as const });
  const head = backward(
    trace({ W_hy: data(1, H), b_y: data(1), h: data(H), target: data(1) }, ({ W_hy, b_y, h, target }) => ({
      l: losses.mse(add(matvec(W_hy!, h!), b_y!), target!),
    })),
    { of: 'l', wrt: ['h'] },
  );
  const W_hy = [Array.from({ length: H }, (_, j) => random(seed).normal('W_hy', j) / Math.sqrt(H))];
  const states = run(program, given).get('h')!.data;
  return jacobians.steps.map((_, at) => {
    const h = states.slice(at * H, (at + 1) * H);
    const gradient = run(head, { W_hy, b_y: [0], h: { shape: [H], data: h }, target: [1] }).get('dl/dh')!;
    return product({ shape: [1, H], data: gradient.data }, rows);
  });
}

/** What is known of the network before anything is run. */
export interface Facts {
  /** The matrix that a step multiplies with: the first one, where there are several. */
  readonly name: string;
  readonly radius: number;
  readonly stretches: readonly number[];
  /** The largest slope of φ, times the largest stretch: no step makes a gradient larger than this. */
  readonly bound: number;
}

export function factsOf({ given, cell }: CellMap, state: VanishingState): Facts {
  const name = Object.keys(cell.parameters({ X: 1, H: 1, Y: 1 })).find((each) => each.startsWith('W_h'))!;
  const { data } = given[name] as Tensor;
  const W = { shape: [state.H, state.H], data: data.slice(0, state.H ** 2) };
  const stretches = singularValues(W);
  return {
    name: name.replace(/\^.*/, ''),
    radius: spectralRadius(W),
    stretches,
    bound: STEEPEST[state.activation] * stretches[0]!,
  };
}
