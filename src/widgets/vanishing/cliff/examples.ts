/** Named states of the figure: gallery pages, and what the tests start from. */
import { type CliffState, START } from './model.ts';

export const examples = {
  /** Three updates lead onto the wall; the fourth will lead far away. */
  'on-the-wall': START,
  /** One update more. */
  'thrown-out': { ...START, updates: 4 },
  /** The same descent with its gradients clipped by their norm. */
  'clipped-by-norm': { ...START, hasClipping: true, clip: 'norm', updates: 3 },
  /** … and by value. */
  'clipped-by-value': { ...START, hasClipping: true, clip: 'value', updates: 3 },
} satisfies Record<string, CliffState>;

export type ExampleName = keyof typeof examples;
