import type { Var } from '../builder.ts';

/** A loss of one time step, for one example: from the output y [Y] and the target [Y] to a scalar. */
export type Loss = (y: Var, target: Var) => Var;
