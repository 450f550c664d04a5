/** Every word of the Taylor test that a reader sees. */
import { long } from '../../_shared/long.ts';
import { short } from '../../_shared/notation.ts';
import type { Frame } from './model.ts';

const full = (x: number): string => long(x, 6);

export const strings = {
  loss: 'loss L as a function of w',
  slope: 'its derivative by w, as you have it',
  w: 'w',
  claimed: 'your derivative at w',
  engine: 'the engine’s',
  order: 'order of the error',
  columns: { h: 'h', error: 'left out', ratio: 'divided by' },
  table: 'The error of the first order at steps that are halved',
  axis: 'step h',
  title: 'What the first order leaves out, against the step',
  picture: ({ order }: Frame) =>
    `Errors of the first order at steps that are halved, both axes logarithmic: a line of slope ${short(order)}.`,
  nothing: 'There is no error to draw.',
  full,
  verdicts: {
    right: 'The error is divided by four each time: it is of order 2. The derivative is right.',
    wrong:
      'The error is only halved each time: a part of first order is left over. The derivative is wrong, or there is none.',
    exact: 'Nothing is left out. The loss is a straight line here, and this is its slope.',
    open: 'These numbers do not tell. Try another w, or look whether the loss is defined here.',
  },
} as const;
