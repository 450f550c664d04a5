/** Cells and what can be done with them. Which there are: `catalogue.ts`. */
import * as catalogue from './catalogue.ts';
import type { Cell } from './cell.ts';
import { inOrder } from './order.ts';

export * from './biases.ts';
export * from './catalogue.ts';
export {
  type Cell,
  defineCell,
  gateShapes,
  type Library,
  type LibraryForm,
  type MemoryGate,
  type Shapes,
  type Sizes,
  type Weights,
} from './cell.ts';
export * from './convert-gru.ts';
export { type Arrays, fromKeras, fromPytorch, toKeras, toPytorch } from './layouts.ts';

/** Every cell, each before its variants. Selectors, steppers, tests and benchmarks iterate this list. */
export const cells: readonly Cell[] = inOrder(Object.values(catalogue));
