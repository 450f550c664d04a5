/** Every word of this figure that a reader sees. Numbers arrive as text. */
import { short } from '../_shared/notation.ts';
import type { Frame, Term } from './model.ts';
import type { BpttState } from './state.ts';

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const strings = {
  weight: 'Weight',
  window: 'window',
  windowLong: 'Window: how many steps backward goes back',
  allSteps: (T: number) => `${T}, all`,
  steps: (n: number) => plural(n, 'step'),
  stride: 'stride',
  strideLong: 'Stride: an update after every so many steps',
  carry: 'A window starts from',
  carries: { carried: 'the true state (default)', reset: 'the initial state' } satisfies Record<
    BpttState['carry'],
    string
  >,
  rtrl: 'Also carry it forward (RTRL)',
  map: 'Terms of the gradient. Arrow keys walk from one to the next, Enter shows where a number comes from.',
  scrolls: 'The table is wider than the screen: swipe it, or walk with the arrow keys.',
  columns: 'the weight as it acted at step',
  loss: 'loss',
  rowSum: 'sum',
  columnSum: 'sum',
  soFar: 'forward',
  term: ({ t, k, kept, full, isLost }: Term, isThere: boolean) =>
    `loss of step ${t}, weight at step ${k}: ${
      isThere ? (isLost ? `lost, ${short(full)}` : short(kept)) : 'not computed yet'
    }`,
  sumOfRow: (t: number) => `loss of step ${t}, all steps`,
  sumOfColumn: (k: number) => `weight at step ${k}, all losses`,
  total: 'all terms',
  update: 'update',
  sums: {
    title: 'Added up',
    full: (n: number) => `all ${plural(n, 'term')}`,
    only: 'the one term',
    engine: 'one backward pass',
    rtrl: 'carried forward',
    kept: (n: number) => `${plural(n, 'term')} kept`,
    missing: (n: number) => `${plural(n, 'term')} lost`,
    changed: 'kept terms changed by',
    difference: 'full − truncated',
  },
  training: {
    title: 'Two steps of training',
    backward: 'Backward',
    step: 'Optimiser step',
    rate: 'learning rate',
    loss: 'loss now',
    weight: 'this weight now',
    updates: (n: number) => (n === 0 ? 'no update yet' : plural(n, 'update')),
    fresh: 'No gradient yet. Backward computes it and changes no weight.',
    ready: (before: string, rate: string, gradient: string, after: string) =>
      `Backward has changed no weight. A step would: ${before} − ${rate} · ${gradient} = ${after}.`,
    stepped: (from: string, to: string, weights: number) =>
      `The step changed ${plural(weights, 'weight')}: the loss went from ${from} to ${to}. The gradient was that of the old weights, and is gone.`,
    tooFar: (most: number) =>
      `This step would lead to a number beyond ±${most}, so it is not taken. Try a smaller learning rate.`,
  },
  setup: 'Your own network and numbers',
  activation: 'Activation',
  cells: { rnn: 'tanh (default)', 'rnn-identity': 'identity' } satisfies Record<BpttState['cell'], string>,
  units: 'hidden units',
  length: 'time steps',
  seed: 'seed of the weights',
  lossAt: 'Loss',
  losses: { every: 'at every step', last: 'at the last step only' } satisfies Record<BpttState['lossAt'], string>,
  data: 'Inputs and targets',
  inputAt: (t: number) => `input at step ${t}`,
  targetAt: (t: number) => `target at step ${t}`,
  numbersOf: (name: string) => `${name}, its numbers`,
  numbers: 'The terms as a table',
  tableCaption: 'A row for each loss, a column for each step at which the weight acted.',
  lostMark: 'lost',
  rtrlTitle: 'Carried forward: real-time recurrent learning',
  rtrlStep: 'step',
  soFarRow: 'so far',
  close: 'Close',
  provenance: 'Where this number comes from',
  noSource: (parameter: string) =>
    `${parameter} acts only within its own step: to other steps’ losses it says nothing.`,
  factors: 'The same as a product along the path',
  sumIs: 'It is a sum:',
  needNumber: 'A number is needed.',
  range: (low: number, high: number) => `Give a number from ${low} to ${high}.`,
  whole: (low: number, high: number) => `Give a whole number from ${low} to ${high}.`,
  narration,
} as const;

function narration(frame: Frame): string {
  const { state, sums, T, now } = frame;
  const terms = plural(sums.terms, 'term');
  if (!state.isBackwardDone)
    return state.updates > 0
      ? `The weights are new, and so is the loss, ${short(frame.loss)}. Their gradient is not computed yet.`
      : `Forward is done and the loss is ${short(frame.loss)}. What each use of the weight has to do with it is not computed yet.`;
  const here = now.isLost
    ? `What the loss of step ${now.t} says to the weight at step ${now.k}, ${short(now.full)}, is lost: it is further back than the window reaches.`
    : now.source === undefined
      ? `This weight does nothing at step ${now.k} that the loss of step ${now.t} could feel through the states.`
      : `The loss of step ${now.t} says ${short(now.kept)} to the weight as it acted at step ${now.k}${
          now.t === now.k ? ', its own step' : `, ${plural(now.t - now.k, 'step')} back`
        }.`;
  if (sums.lost === 0) return `${here} All ${terms} together are the gradient, ${short(sums.full)}.`;
  const window = `A window of ${plural(state.window, 'step')}${state.window < T && state.stride > 1 ? `, moved on by ${state.stride},` : ''}`;
  const result = `${window} loses ${sums.lost} of ${terms}: the gradient is ${short(sums.kept)} instead of ${short(sums.full)}.`;
  return state.carry === 'reset'
    ? `${here} ${result} The lost terms are ${short(sums.missing)} of the difference; the rest is that windows start from the initial state, so the kept terms are others.`
    : `${here} ${result} The difference is the lost terms, ${short(sums.missing)}.`;
}
