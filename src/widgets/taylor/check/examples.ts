/** Named states of the Taylor test: gallery pages, and what the tests start from. */
import type { CheckState } from './model.ts';

export const examples = {
  /** The slope of what is inside the sine was forgotten. */
  forgotten: { loss: 'sin(3w)^2', slope: '2sin(3w)·cos(3w)', w: 0.2 },
  /** The same, repaired. */
  right: { loss: 'sin(3w)^2', slope: '6sin(3w)·cos(3w)', w: 0.2 },
  /** On a kink there is no derivative to be right about. */
  kink: { loss: 'ReLU(w)', slope: 'step(w)', w: 0 },
} satisfies Record<string, CheckState>;

export type ExampleName = keyof typeof examples;
