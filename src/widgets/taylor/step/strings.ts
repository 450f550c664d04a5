/** Every word of this figure that a reader sees. */
import { short } from '../../_shared/notation.ts';
import type { Frame } from './model.ts';

export const strings = {
  loss: 'loss L as a function of w',
  w: 'start w',
  seed: 'seed of the weights',
  rate: 'learning rate η',
  slider: 'learning rate η: slider',
  update: 'Take the step',
  back: 'One step back',
  count: (n: number) => (n === 0 ? 'no step taken' : n === 1 ? '1 step taken' : `${n} steps taken`),
  axes: { one: 'w', network: 'η' },
  caption: {
    one: 'The loss, the line that touches it, and the parabola that also bends like it',
    network: 'The loss of the network along the way of the step, as the learning rate grows from 0',
  },
  keys: { loss: 'L', line: 'first order', parabola: 'second order' },
  changes: {
    caption: 'What the step does to the loss',
    first: 'first-order term',
    second: 'second-order term',
    both: 'both',
    actual: 'what it does',
    off: 'off by',
    limit: 'nothing is gained at η =',
    none: 'no such rate',
  },
  table: 'The training so far, a row for each place',
  columns: { n: 'step', w: 'w', loss: 'L', gradient: 'slope', norm: 'length of the gradient' },
  narration: (frame: Frame): string => narration(frame),
} as const;

function narration({ state, loss, first, second, both, actual, limit, slope, path }: Frame): string {
  if (!Number.isFinite(loss) || !Number.isFinite(slope))
    return `After ${strings.count(path.length - 1).replace(' taken', '')} the loss is ${short(loss)} and its slope ${short(slope)}: there is nothing to expand here. Go one step back, or start elsewhere.`;
  if (first === 0) return 'The slope is 0: the step goes nowhere, whatever the rate.';
  const said = `The line says that the loss changes by ${short(first)}; with its bend it says ${short(both)}. It changes by ${short(actual)}.`;
  if (limit === undefined)
    return `${said} The loss bends downwards here: the second term is negative too, and sets no limit to the rate.`;
  const rate = short(state.rate);
  if (second >= -first)
    return `${said} The parabola is back where it started at η = ${short(limit)}, and ${rate} is ${state.rate === limit ? 'just that' : 'beyond it'}: by two terms nothing is gained.`;
  return `${said} By two terms the loss falls for every rate below ${short(limit)}, and most at ${short(limit / 2)}; it is ${rate}.`;
}
