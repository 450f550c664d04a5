import { add, scale, sub } from '../ops.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Nesterov's momentum: v_t = μ v_{t−1} + g_t, w_t = w_{t−1} − η (g_t + μ v_t). `torch.optim.SGD(momentum=μ, nesterov=True)`.
 *
 * Sutskever et al. 2013 (eq. 3–4), after Nesterov 1983, take the gradient at the point that momentum will reach,
 * θ + μv. Here w is that point, so that the gradient is taken where the parameter is (Bengio et al. 2013, eq. 7); for
 * constant η and μ both are the same walk: w_t = θ_t + μ v_t with their v, which is −η times this one.
 */
export const nesterov: Optimizer<'v', 'η' | 'μ'> = {
  id: 'nesterov',
  name: 'Nesterov momentum',
  paper: 'sutskever2013',
  state: ['v'],
  hyper: { η: 0.01, μ: 0.9 },
  step({ w, g, v }, { η, μ }) {
    const v_t = add(scale(μ, v), g);
    return { v: v_t, w: sub(w, scale(η, add(g, scale(μ, v_t)))) };
  },
};
