/**
 * How many numbers a cell learns, in its own form and in that of the two common libraries.
 */
import type { Cell, Shapes, Sizes } from './cells/cell.ts';
import { sizeOf } from './tensor.ts';

export type Convention = 'own' | 'keras' | 'pytorch';

/** The cell's parameters as a library keeps them: PyTorch has every bias twice (b_ih and b_hh), which are only ever added. */
export function parameterShapes(cell: Cell, sizes: Sizes, convention: Convention = 'own'): Shapes {
  const own = cell.parameters(sizes);
  if (convention !== 'pytorch') return own;
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, shape]) =>
      name.startsWith('b_')
        ? [
            [`${name} (ih)`, shape],
            [`${name} (hh)`, shape],
          ]
        : [[name, shape]],
    ),
  );
}

/**
 * Number of parameters of a cell, without a readout.
 *
 * ```ts
 * import { parameterCount, rnn } from 'unrolled';
 * parameterCount(rnn, { X: 1, H: 64, Y: 1 }, 'keras') // → 4224
 * parameterCount(rnn, { X: 1, H: 64, Y: 1 }, 'pytorch') // → 4288
 * ```
 */
export const parameterCount = (cell: Cell, sizes: Sizes, convention: Convention = 'own'): number =>
  Object.values(parameterShapes(cell, sizes, convention)).reduce((sum, shape) => sum + sizeOf(shape), 0);
