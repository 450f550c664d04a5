/** Every word of this figure that a reader sees. */
import { short } from '../../_shared/notation.ts';
import { type Frame, T } from './model.ts';

export const strings = {
  percent: 'one weight is off by, in percent',
  percentSlider: 'error of the weight: slider',
  forced: 'steps that read the true value',
  forcedSlider: 'steps that read the true value: slider',
  range: (low: number, high: number) => `Give a number from ${low} to ${high}.`,
  whole: (low: number, high: number) => `Give a whole number from ${low} to ${high}.`,
  chart: (frame: Frame) => `The outputs of ${T} steps beside what they should be. ${narration(frame)}`,
  output: 'output',
  target: 'true',
  teacher: 'true values',
  own: 'own outputs',
  error: 'error',
  loss: 'mean squared error',
  gradient: 'its derivative by the weight',
  worst: 'largest error',
  withTeacher: 'with the teacher',
  alone: 'alone',
  narration,
} as const;

function narration({ state, largest }: Frame): string {
  if (state.percent === 0)
    return 'The weight is right, so the network continues the wave by itself, for as long as you like.';
  const forced = `With the teacher the error is never more than ${short(largest.forced)}: every step starts again from the truth.`;
  return state.forced === T
    ? `${forced} What the network would do alone, this run does not show.`
    : `${forced} Alone it reaches ${short(largest.free)}: each step builds on the errors of those before.`;
}
