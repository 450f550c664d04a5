/** What the tests of the optimisers share. Not part of the library. */
import { add, cos, square, sum } from '../ops.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { valueAndGradients } from '../testing.ts';
import type { Optimizer } from './optimizer.ts';
import { initialState, update } from './update.ts';

/** Σ w² + cos 3w: smooth, with several minima. */
export const hilly = (w: TensorLike) =>
  valueAndGradients(({ w }) => add(sum(square(w!)), sum(cos(add(w!, w!, w!)))), { w });

export const downhill = (w: TensorLike): Tensor => hilly(w).gradients.w!;

/** The parameter after each of n updates, with gradients from `slope`. */
export function walk(
  optimizer: Optimizer,
  start: TensorLike,
  slope: (w: TensorLike, k: number) => TensorLike,
  n: number,
  hyper: (k: number) => Readonly<Record<string, number>> = () => ({}),
): number[][] {
  let parameters: Record<string, TensorLike> = { w: start };
  let state = initialState(optimizer, parameters);
  return Array.from({ length: n }, (_, k) => {
    const next = update(optimizer, parameters, { w: slope(parameters.w!, k) }, state, hyper(k));
    ({ parameters, state } = next);
    return Array.from(next.parameters.w!.data);
  });
}
