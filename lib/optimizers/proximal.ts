import { scale, sub } from '../ops.ts';
import { softThreshold } from '../penalties.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Proximal gradient descent on L + λ‖w‖₁: u_t = w_{t−1} − η g_t, w_t = sign(u_t) max(|u_t| − ηλ, 0), where g is the
 * gradient of L alone. Weights become exactly 0; a gradient step on the penalty, λ sign(w), only makes them tremble
 * around it. Iterative soft thresholding: Daubechies, Defrise & De Mol 2004. Not in PyTorch, which has the threshold
 * (`torch.nn.functional.softshrink`).
 */
export const proximal: Optimizer<never, 'η' | 'λ'> = {
  id: 'proximal',
  name: 'Proximal step for L1',
  paper: 'daubechies2004',
  state: [],
  hyper: { η: 0.01, λ: 0.01 },
  step({ w, g }, { η, λ }) {
    const u = sub(w, scale(η, g));
    return { u, w: softThreshold(u, scale(η, λ)) };
  },
};
