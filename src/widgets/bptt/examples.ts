/** Named states of the figure: gallery pages, and what the tests start from. */
import type { BpttState } from './state.ts';

const byHand = { 'W_hh[0,0]': 0.9, 'W_xh[0,0]': 1, 'b_h[0]': 0, 'W_hy[0,0]': 1, 'b_y[0]': 0 };

const start: BpttState = {
  cell: 'rnn',
  H: 1,
  seed: 1,
  x: [1, 0, 0, 0, 0],
  target: [0, 0, 0, 0.5, 1],
  lossAt: 'every',
  edits: byHand,
  weight: 'W_hh[0,0]',
  window: 5,
  stride: 1,
  carry: 'carried',
  at: { t: 5, k: 2 },
  isBackwardDone: true,
  showsRtrl: false,
  rate: 0.1,
  updates: 0,
};

export const examples = {
  /** All terms of one weight's gradient. */
  terms: start,
  /** A window of two steps: what does not fit is lost. */
  window: { ...start, window: 2, at: { t: 5, k: 1 } },
  /** The same window, moved on by two steps, each time from the initial state. */
  reset: { ...start, x: [1, 0, 1, 0, 0], window: 2, stride: 2, carry: 'reset', at: { t: 4, k: 2 } },
  /** Two units over twelve steps, one loss at the end, and the gradient carried forward beside it. */
  long: {
    ...start,
    H: 2,
    seed: 3,
    edits: {},
    x: [1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0],
    target: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    weight: 'W_hh[0,1]',
    window: 12,
    showsRtrl: true,
    at: { t: 12, k: 6 },
  },
  /** Before the first backward pass of a training run. */
  training: { ...start, isBackwardDone: false },
} satisfies Record<string, BpttState>;

export type ExampleName = keyof typeof examples;
