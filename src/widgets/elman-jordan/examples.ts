/** Named states of the figure: gallery pages, and what the tests start from. */
import { type ElmanJordanState, START } from './model.ts';

export const examples = {
  /** Two pasts that give the same output: the Jordan network forgets which it was. */
  'two-pasts': START,
  /** The same two pasts in a hidden state, which keeps them apart. */
  elman: { ...START, feedback: 'elman' },
  /** An output that shows the sign of x is a memory of it. */
  'telling-output': { ...START, readout: 'difference' },
} satisfies Record<string, ElmanJordanState>;

export type ExampleName = keyof typeof examples;
