import { add, div, scale, sqrt, square, sub } from '../ops.ts';
import { everywhere } from './everywhere.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * RMSProp: v_t = ρ v_{t−1} + (1 − ρ) g_t², w_t = w_{t−1} − η g_t / (√v_t + ε). Adagrad that forgets: v is a moving
 * average. Tieleman & Hinton 2012, lecture 6e, with ρ = 0.9. `torch.optim.RMSprop(alpha=ρ)`, whose usual values are
 * these; TensorFlow has the ε under the root.
 */
export const rmsprop: Optimizer<'v', 'η' | 'ρ' | 'ε'> = {
  id: 'rmsprop',
  name: 'RMSProp',
  paper: 'tieleman2012',
  state: ['v'],
  hyper: { η: 0.01, ρ: 0.99, ε: 1e-8 },
  step({ w, g, v }, { η, ρ, ε }) {
    const v_t = add(scale(ρ, v), scale(sub(1, ρ), square(g)));
    return { v: v_t, w: sub(w, div(scale(η, g), add(sqrt(v_t), everywhere(ε, w)))) };
  },
};
