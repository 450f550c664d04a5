import { add, scale, sub } from '../ops.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Momentum, the heavy ball of Polyak 1964: v_t = μ v_{t−1} + g_t, w_t = w_{t−1} − η v_t.
 * `torch.optim.SGD(momentum=μ)` with dampening 0.
 *
 * The classical form (Sutskever et al. 2013, eq. 1–2) has the rate inside: v_t = μ v_{t−1} − η g_t, w_t = w_{t−1} + v_t.
 * Its v is −η times this one, and its w the same, as long as η stays. When η changes, here the whole velocity is rescaled
 * at once; there only new gradients are, and what is under way keeps the old rate. With a constant gradient both move by
 * η/(1 − μ) a step in the end.
 */
export const momentum: Optimizer<'v', 'η' | 'μ'> = {
  id: 'momentum',
  name: 'Momentum',
  paper: 'polyak1964',
  state: ['v'],
  hyper: { η: 0.01, μ: 0.9 },
  step({ w, g, v }, { η, μ }) {
    const v_t = add(scale(μ, v), g);
    return { v: v_t, w: sub(w, scale(η, v_t)) };
  },
};
