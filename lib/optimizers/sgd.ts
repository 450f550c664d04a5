import { scale, sub } from '../ops.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Stochastic gradient descent: w_t = w_{t−1} − η g_t. Robbins & Monro 1951. `torch.optim.SGD`.
 *
 * "Stochastic" is the gradient: that of a batch instead of all examples. The update is that of gradient descent.
 */
export const sgd: Optimizer<never, 'η'> = {
  id: 'sgd',
  name: 'SGD',
  paper: 'robbins1951',
  state: [],
  hyper: { η: 0.01 },
  step({ w, g }, { η }) {
    return { w: sub(w, scale(η, g)) };
  },
};
