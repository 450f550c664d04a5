/** Every word of this figure that a reader sees. */
import { short } from '../../_shared/notation.ts';
import { type Activation, type Frame, NEAR } from './model.ts';

export const percent = (share: number): string => {
  const text = (100 * share).toFixed(1).replace(/\.0$/, '');
  return text === '100' && share < 1 ? 'more than 99.9 %' : `${text} %`;
};

export const strings = {
  activation: 'activation',
  activations: { identity: 'none (linear)', tanh: 'tanh' } satisfies Record<Activation, string>,
  w: 'weight from h to h',
  T: 'time steps',
  slider: 'weight from h to h: slider',
  caption: 'Share of each lag in the gradient by the weight',
  axis: 'lag: steps from the use of the weight to the loss',
  near: `the ${NEAR} nearest lags`,
  far: 'all others',
  picture: (frame: Frame) =>
    `Bars for lags 0 to ${frame.state.T - 1}. The ${NEAR} nearest make ${percent(frame.near)} of the gradient, the farthest ${percent(frame.shares.at(-1)!)}.`,
  narration: ({ state, near, gradient, shares }: Frame): string => {
    const half = shares.findIndex((share) => share < shares[0]! / 2);
    const fall =
      half < 0
        ? 'No lag has less than half the share of lag 0.'
        : `From lag ${half} on, a share is less than half of that of lag 0.`;
    return `${fall} The weight’s gradient is ${short(gradient)}. Of the sizes of its ${state.T} terms, the ${Math.min(NEAR, state.T)} nearest lags make ${percent(near)}.`;
  },
} as const;
