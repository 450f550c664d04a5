/** Named states of the Taylor test: gallery pages, and what the tests start from. */
import type { CheckState } from './model.ts';

export const examples = {
  /** The slope of what is inside tanh was forgotten. */
  forgotten: { loss: 'tanh(3w)^2', slope: '2tanh(3w)·(1 − tanh(3w)^2)', w: 0.2 },
  /** The same, repaired. */
  right: { loss: 'tanh(3w)^2', slope: '6tanh(3w)·(1 − tanh(3w)^2)', w: 0.2 },
  /** On a kink there is no derivative to be right about. */
  kink: { loss: 'ReLU(w)', slope: 'step(w)', w: 0 },
} satisfies Record<string, CheckState>;

export type ExampleName = keyof typeof examples;
