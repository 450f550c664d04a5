/** Named states of the figure: gallery pages, and what the tests start from. */
import { type ConventionsState, START } from './state.ts';

export const examples = {
  /** The numbers of PyTorch under their letters: Chung et al. keep what the others overwrite. */
  'same-letters': START,
  /** With z turned over, what is left is the side on which r acts. */
  'z-turned': { ...START, carry: 'turned', pair: ['cho', 'pytorch'] },
  /** A diagonal W_hn and b_hn = 0: the side does not matter, and all five agree. */
  diagonal: { ...START, carry: 'turned', isDiagonal: true, hasSecondBias: false, pair: ['cho', 'pytorch'] },
  /** Only b_hn is left between the two sides. */
  'second-bias': { ...START, carry: 'turned', isDiagonal: true, pair: ['kerasBefore', 'keras'] },
  /** PyTorch's blocks read in Keras' order: r and z change places. */
  'wrong-order': { ...START, carry: 'blocks', pair: ['pytorch', 'keras'] },
  /** 64 units and one input: 12672 parameters or 12864. */
  'sixty-four': { ...START, H: 64, carry: 'turned', pair: ['keras', 'kerasBefore'] },
  /** An LSTM has one formula, and four orders of its gates. */
  'lstm-orders': { ...START, layer: 'lstm', carry: 'blocks', pair: ['pytorch', 'onnx'] },
} satisfies Record<string, ConventionsState>;

export type ExampleName = keyof typeof examples;
