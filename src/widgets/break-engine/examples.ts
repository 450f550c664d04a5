/** Named states of the figure: gallery pages, and what the tests start from. */
import { type BreakState, START } from './state.ts';

export const examples = {
  /** An engine with a bug that nobody names. */
  mystery: { ...START, seed: 8 },
  /** The engine as it is: every number passes. */
  right: { ...START, bug: 'none' },
  /** `=` for `+=`. */
  assigned: { ...START, bug: 'assigned' },
  /** The gradient from the next step is dropped. */
  future: { ...START, bug: 'future', name: 'h_2' },
  /** The second pass of a training that does not zero its gradients. */
  leftover: { ...START, bug: 'leftover', pass: 2 },
  /** The slope of tanh at the wrong one of its two numbers. */
  argument: { ...START, bug: 'argument' },
  /** W in place of its transpose. */
  transpose: { ...START, bug: 'transpose', name: 'h_2' },
  /** The same with one step and two layers: a matrix between layers is square too. */
  'two-layers': { ...START, bug: 'transpose', layers: 2, T: 1, name: 'W_hh^1' },
} satisfies Record<string, BreakState>;

export type ExampleName = keyof typeof examples;
