/** Named states of the figure: gallery pages, and what the tests start from. */
import { type ForcingState, START, T } from './model.ts';

export const examples = {
  /** Eight steps with the teacher, then alone. */
  'eight-steps': START,
  /** The teacher speaks at every step. */
  forced: { ...START, forced: T },
  /** Alone from the second step on. */
  free: { ...START, forced: 1 },
} satisfies Record<string, ForcingState>;

export type ExampleName = keyof typeof examples;
