/**
 * How many numbers a cell learns, in its own form and in that of the two common libraries.
 */
import type { Cell, Library, Shapes, Sizes } from './cells/cell.ts';
import { libraryForm, secondBias } from './cells/library-form.ts';
import { sizeOf } from './tensor.ts';

/** Whose form of a cell is counted. */
export type Convention = 'own' | Library;

/** What the libraries call the bias beside W_x· and the one beside W_h·. */
const SIDES: Readonly<Record<Library, readonly [string, string]>> = {
  pytorch: ['ih', 'hh'],
  keras: ['input', 'recurrent'],
};

/**
 * The cell's parameters as a library keeps them. PyTorch has every bias twice (b_ih and b_hh), and Keras too in its GRU;
 * they are only ever added, but for a GRU's n when it resets after the product.
 *
 * @throws RangeError when the library has no cell that computes the same
 */
export function parameterShapes(cell: Cell, sizes: Sizes, convention: Convention = 'own'): Shapes {
  const own = cell.parameters(sizes);
  if (convention === 'own') return own;
  const { gates, biases } = libraryForm(cell, convention);
  if (biases === 1) return own;
  const firsts = gates.map((gate) => `b_${gate}`);
  const seconds = gates.map(secondBias);
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, shape]) => {
      if (seconds.includes(name)) return [];
      return firsts.includes(name) ? SIDES[convention].map((side) => [`${name} (${side})`, shape]) : [[name, shape]];
    }),
  );
}

/**
 * Number of parameters of a cell, without a readout.
 *
 * ```ts
 * import { gruPytorch, lstm, parameterCount, rnn } from 'unrolled';
 * parameterCount(rnn, { X: 1, H: 64, Y: 1 }, 'keras') // → 4224
 * parameterCount(rnn, { X: 1, H: 64, Y: 1 }, 'pytorch') // → 4288
 * parameterCount(lstm, { X: 1, H: 64, Y: 1 }, 'pytorch') // → 17152
 * parameterCount(gruPytorch, { X: 1, H: 64, Y: 1 }, 'keras') // → 12864
 * ```
 *
 * @throws RangeError when the library has no cell that computes the same
 */
export const parameterCount = (cell: Cell, sizes: Sizes, convention: Convention = 'own'): number =>
  Object.values(parameterShapes(cell, sizes, convention)).reduce((sum, shape) => sum + sizeOf(shape), 0);
