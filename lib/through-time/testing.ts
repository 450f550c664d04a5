/** Networks that the tests of this folder share. Not part of the library. */
import type { Cell } from '../cells/cell.ts';
import { type NetworkOptions, network } from '../network.ts';
import type { Program } from '../program.ts';
import type { TensorLike } from '../tensor.ts';

const repeat = (T: number, x: number): number[][] => Array.from({ length: T }, () => [x]);

/**
 * One unit: h_t = φ(w h_{t−1} + w_x x + b) with a constant input, y = h, and a loss of which the gradient by y_T is 2 y_T.
 */
export function oneUnit(
  cell: Cell,
  T: number,
  {
    w = 0,
    w_x = 1,
    x = 1,
    h_0 = 0,
    lossAt = 'last',
  }: { w?: number; w_x?: number; x?: number; h_0?: number; lossAt?: NetworkOptions['lossAt'] },
): { program: Program; given: Record<string, TensorLike> } {
  const program = network(cell, { X: 1, H: 1, Y: 1, T, loss: 'mse', lossAt });
  const data = { x: repeat(T, x), target: repeat(T, 0) };
  return { program, given: { W_hh: [[w]], W_xh: [[w_x]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [h_0], ...data } };
}
