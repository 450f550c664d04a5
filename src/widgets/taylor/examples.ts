/** Named states of the explorer: gallery pages, and what the tests start from. */
import type { TaylorState } from './state.ts';

const start: TaylorState = { text: 'e^x', at: 0, order: 2, x: 0.5, span: 3 };

export const examples = {
  /** e^x at 0, to the second order. */
  exp: start,
  /** Value and slope only: the line that touches. */
  line: { ...start, order: 1 },
  /** Every second coefficient is 0: the remainder is of order 5 after degree 3. */
  sin: { text: 'sin(x)', at: 0, order: 3, x: 1.5, span: 5 },
  /** A smooth curve whose series ends at 1.57. */
  tanh: { text: 'tanh(x)', at: 0, order: 5, x: 1, span: 3 },
  /** The logistic function, away from its middle. */
  sigmoid: { text: 'σ(x)', at: 1, order: 3, x: 3, span: 5 },
  /** What looks like a corner from far away, and is none. */
  softplus: { text: 'softplus(x)', at: 0, order: 4, x: 2, span: 5 },
  /** On the corner itself. */
  relu: { text: 'ReLU(x)', at: 0, order: 1, x: 1, span: 3 },
  /** Smooth, with all derivatives 0, and not 0. */
  flat: { text: 'flat(x)', at: 0, order: 20, x: 0.5, span: 2 },
  /** Beyond a distance of 1 every further term makes it worse. */
  radius: { text: '1/(1 + x^2)', at: 0, order: 8, x: 1.2, span: 2 },
  /** On a pole: there is no polynomial. */
  pole: { text: '1/x', at: 0, order: 3, x: 1, span: 3 },
  /** Where a root begins: the value is there, the slope is infinite. */
  root: { text: '√x', at: 0, order: 2, x: 1, span: 3 },
} satisfies Record<string, TaylorState>;

export type ExampleName = keyof typeof examples;
