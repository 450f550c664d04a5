/** Every cell, in teaching order. Selectors, steppers, tests and benchmarks iterate `cells`. */
import { jordan } from './jordan.ts';
import { rnn, rnnIdentity, rnnLogistic, rnnRelu } from './rnn.ts';

export type { Cell, Shapes, Sizes } from './cell.ts';
export { jordan, rnn, rnnIdentity, rnnLogistic, rnnRelu };

export const cells = [rnn, rnnRelu, rnnIdentity, rnnLogistic, jordan] as const;
