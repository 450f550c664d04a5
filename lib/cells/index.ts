/** Every cell, in teaching order. Selectors, steppers, tests and benchmarks iterate `cells`. */
import type { Cell } from './cell.ts';
import { gru, gruCho, gruKeras, gruKerasBefore, gruPytorch } from './gru.ts';
import { jordan } from './jordan.ts';
import { lstm } from './lstm.ts';
import { lstm1997 } from './lstm-1997.ts';
import { lstmCoupled } from './lstm-coupled.ts';
import { lstmPeephole } from './lstm-peephole.ts';
import { mgu } from './mgu.ts';
import { rnn, rnnIdentity, rnnLogistic, rnnRelu } from './rnn.ts';

export * from './biases.ts';
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
export * from './gru.ts';
export * from './jordan.ts';
export { type Arrays, fromKeras, fromPytorch, toKeras, toPytorch } from './layouts.ts';
export * from './lstm.ts';
export * from './lstm-1997.ts';
export * from './lstm-coupled.ts';
export * from './lstm-peephole.ts';
export * from './mgu.ts';
export * from './rnn.ts';

/** Every cell, in teaching order. */
export const cells: readonly Cell[] = [
  ...[rnn, rnnRelu, rnnIdentity, rnnLogistic, jordan],
  ...[lstm, lstmPeephole, lstm1997, lstmCoupled],
  ...[gru, gruCho, gruPytorch, gruKeras, gruKerasBefore, mgu],
];
