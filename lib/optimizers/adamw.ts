import { add, div, scale, sqrt, sub } from '../ops.ts';
import { moments } from './adam.ts';
import { everywhere } from './everywhere.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Adam with decoupled weight decay: w_t = w_{t−1} − η (m̂_t / (√v̂_t + ε) + λ w_{t−1}). The decay is not in the gradient,
 * so it is not divided by √v̂: every weight decays at the same rate. Loshchilov & Hutter 2019, algorithm 2, with their
 * schedule multiplier and α both in η, as `torch.optim.AdamW(weight_decay=λ)` has it.
 */
export const adamW: Optimizer<'m' | 'v', 'η' | 'β_1' | 'β_2' | 'ε' | 'λ'> = {
  id: 'adamw',
  name: 'AdamW',
  paper: 'loshchilov2019',
  state: ['m', 'v'],
  hyper: { η: 0.001, β_1: 0.9, β_2: 0.999, ε: 1e-8, λ: 0.01 },
  step({ w, ...past }, { η, ε, λ, ...betas }) {
    const { m, v, m̂, v̂ } = moments(past, betas);
    const direction = div(m̂, add(sqrt(v̂), everywhere(ε, w)));
    return { m, v, m̂, v̂, w: sub(w, scale(η, add(direction, scale(λ, w)))) };
  },
};
