import type { Var } from '../builder.ts';
import { spread } from '../ops.ts';

/**
 * A scalar as an operand beside `like`: repeated over its shape, or as it is where nothing has to be repeated (a literal,
 * or `like` a scalar, as in printed formulas). For the ε in √v + ε.
 */
export const everywhere = (s: Var | number, like: Var): Var | number =>
  typeof s === 'number' || like.shape.length === 0 ? s : spread(s, like.shape);
