/** Named states of the figure: gallery pages, and what the tests start from. */
import { type ParametersState, START } from './model.ts';

export const examples = {
  /** 64 units that read one number: 4224 in Keras, 4288 in PyTorch. */
  'keras-and-pytorch': START,
  /** The smallest layer: three numbers, one of each kind. */
  'one-unit': { X: 1, H: 1, Y: 1 },
  /** A one-hot alphabet: the input matrix is the widest. */
  'one-hot-text': { X: 96, H: 32, Y: 96 },
} satisfies Record<string, ParametersState>;

export type ExampleName = keyof typeof examples;
