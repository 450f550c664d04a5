/** Named states of the figure: gallery pages, and what the tests start from. */
import type { StepState } from './state.ts';

const start: StepState = { kind: 'one', text: 'w^2 + w^4/10', w: 1.5, seed: 1, rate: 0.2, updates: 0 };

export const examples = {
  /** A step that both terms foretell well. */
  'one-step': start,
  /** A quadratic loss, at the rate where nothing is gained. */
  'at-the-limit': { ...start, text: 'w^2', rate: 1 },
  /** A rate that throws the parameter further out with every step. */
  'too-big': { ...start, rate: 0.9, updates: 1 },
  /** A hilltop: the parabola opens downwards and sets no limit. */
  hilltop: { ...start, text: 'cos(2w)/2 + w^2/8', w: 0.3, rate: 0.5 },
  /** All weights of a small recurrent network at once. */
  network: { ...start, kind: 'network', rate: 0.05 },
} satisfies Record<string, StepState>;

export type ExampleName = keyof typeof examples;
