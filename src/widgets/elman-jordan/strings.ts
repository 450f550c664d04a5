/** Every word of this figure that a reader sees. */
import type { Feedback, Frame, Readout, Run } from './model.ts';

const list = (steps: readonly number[]): string =>
  steps.length > 1 ? `steps ${steps.slice(0, -1).join(', ')} and ${steps.at(-1)}` : `step ${steps[0]}`;

export const strings = {
  memory: 'What is fed back',
  feedback: { elman: 'the hidden state (Elman)', jordan: 'the output (Jordan)' } satisfies Record<Feedback, string>,
  output: 'What the output is',
  readout: {
    sum: 'sum of the two units: hides the sign of x',
    difference: 'their difference: shows it',
  } satisfies Record<Readout, string>,
  weight: 'weight of the feedback',
  slider: 'weight of the feedback: slider',
  wiring: (feedback: Feedback, merged: number | undefined) =>
    `Four steps. An edge with a delay of one step leads from ${feedback === 'elman' ? 'each h' : 'each y'} to the next h. ` +
    (merged === undefined
      ? 'The two runs carry different numbers on.'
      : `After step ${merged} the two runs carry the same numbers on.`),
  table: 'Both runs, step by step',
  run: { a: 'A', b: 'B' } satisfies Record<Run, string>,
  input: (run: Run, t: number) => `x at step ${t} of run ${strings.run[run]}`,
  carried: 'carried on',
  same: 'same',
  different: 'different',
  narration: ({ state, tellsApart, mergedAfter, runs }: Frame): string => {
    const carried = state.feedback === 'elman' ? 'hidden states' : 'outputs';
    const apart = tellsApart.flatMap((differs, k) => (differs ? [k + 1] : []));
    if (state.a.every((x, k) => x === state.b[k])) return 'Both runs read the same. Change an input of one of them.';
    if (mergedAfter !== undefined && mergedAfter < runs.a.length)
      return `After step ${mergedAfter} both runs carry the same ${carried} on, and the inputs still to come are equal. From there on the two runs are one: no later output can tell which was which.`;
    const told =
      apart.length > 0 ? `The outputs tell the runs apart at ${list(apart)}.` : 'No output tells the runs apart yet.';
    return `The runs carry different ${carried} on. ${told}`;
  },
};
