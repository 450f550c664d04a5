/** Named states of the figure: gallery pages, and what the tests start from. */
import { type LagsState, START } from './model.ts';

export const examples = {
  /** A linear unit that halves its state at every step. */
  'one-half': START,
  /** One that keeps nine tenths. */
  'nine-tenths': { ...START, w: 0.9 },
  /** One whose state grows: nearly all lags count alike. */
  growing: { ...START, w: 1.2 },
} satisfies Record<string, LagsState>;

export type ExampleName = keyof typeof examples;
