import type { Var } from '../builder.ts';
import { add, matvec } from '../ops.ts';
import type { Vars } from './cell.ts';

/** The output layer of a network, the same at every step: y_t = W_hy h_t + b_y. W_hy [Y, H], b_y [Y]. */
export function readout({ W_hy, b_y }: Vars, h: Var): Var {
  const y = add(matvec(W_hy!, h), b_y!);
  return y;
}
