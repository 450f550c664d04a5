import { add, div, scale, sqrt, square, sub } from '../ops.ts';
import { everywhere } from './everywhere.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Adagrad: s_t = s_{t−1} + g_t², w_t = w_{t−1} − η g_t / (√s_t + ε). Each weight has a rate of its own, which falls with
 * all the gradients it has seen and never rises. Duchi, Hazan & Singer 2011 (the diagonal form). `torch.optim.Adagrad`.
 */
export const adagrad: Optimizer<'s', 'η' | 'ε'> = {
  id: 'adagrad',
  name: 'Adagrad',
  paper: 'duchi2011',
  state: ['s'],
  hyper: { η: 0.01, ε: 1e-10 },
  step({ w, g, s }, { η, ε }) {
    const s_t = add(s, square(g));
    return { s: s_t, w: sub(w, div(scale(η, g), add(sqrt(s_t), everywhere(ε, w)))) };
  },
};
