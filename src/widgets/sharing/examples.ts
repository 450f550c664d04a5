/** Named states of the figure: gallery pages, and what the tests start from. */
import { type SharingState, START } from './model.ts';

export const examples = {
  /** One set of weights for sixty steps. */
  'sixty-steps': START,
  /** The same layer with a set of weights for each step. */
  untied: { isShared: false, T: 60 },
  /** Few steps: the spread has hardly begun. */
  'three-steps': { isShared: false, T: 3 },
} satisfies Record<string, SharingState>;

export type ExampleName = keyof typeof examples;
