import type { Var } from '../builder.ts';
import { add, div, power, scale, sqrt, square, sub } from '../ops.ts';
import { everywhere } from './everywhere.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * The moving averages of Adam, of the gradient and of its square: m_t = β₁ m_{t−1} + (1 − β₁) g_t,
 * v_t = β₂ v_{t−1} + (1 − β₂) g_t². Both start at 0 and are too small by 1 − βᵗ, which m̂_t and v̂_t put right.
 */
export function moments({ g, m, v }: Record<'g' | 'm' | 'v', Var>, { β_1, β_2, t }: Record<'β_1' | 'β_2' | 't', Var>) {
  const m_t = add(scale(β_1, m), scale(sub(1, β_1), g));
  const v_t = add(scale(β_2, v), scale(sub(1, β_2), square(g)));
  const m̂ = div(m_t, everywhere(sub(1, power(β_1, t)), g));
  const v̂ = div(v_t, everywhere(sub(1, power(β_2, t)), g));
  return { m: m_t, v: v_t, m̂, v̂ };
}

/**
 * Adam: w_t = w_{t−1} − η m̂_t / (√v̂_t + ε), with the averages of `moments`. Kingma & Ba 2015, algorithm 1.
 * `torch.optim.Adam`.
 *
 * The first step moves every weight by η against the sign of its gradient, however small that is (but for ε).
 */
export const adam: Optimizer<'m' | 'v', 'η' | 'β_1' | 'β_2' | 'ε'> = {
  id: 'adam',
  name: 'Adam',
  paper: 'kingma2015',
  state: ['m', 'v'],
  hyper: { η: 0.001, β_1: 0.9, β_2: 0.999, ε: 1e-8 },
  step({ w, ...past }, { η, ε, ...betas }) {
    const { m, v, m̂, v̂ } = moments(past, betas);
    return { m, v, m̂, v̂, w: sub(w, div(scale(η, m̂), add(sqrt(v̂), everywhere(ε, w)))) };
  },
};
