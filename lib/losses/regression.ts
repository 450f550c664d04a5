/**
 * Losses for real-valued outputs, as means over the Y outputs of a step. They differ in what one large error counts:
 * its square, its size, or its square up to δ and its size beyond.
 */
import { abs, add, mean, mul, relu, square, sub } from '../ops.ts';
import type { Loss } from './loss.ts';

/**
 * Mean squared error: (1/Y) Σ_i (y_i − target_i)². The negative log likelihood of a Gaussian of fixed
 * width, up to scale (Goodfellow et al. 2016, §5.5). Its best constant is the mean. `torch.nn.MSELoss` of one step.
 */
export const mse: Loss = (y, target) => mean(square(sub(y, target)));

/**
 * Mean absolute error: (1/Y) Σ_i |y_i − target_i|. The negative log likelihood of a Laplace distribution of fixed
 * width, up to scale. Its best constant is the median (Goodfellow et al. 2016, §6.2.1.2); its gradient is ±1/Y, and 0
 * where the error is 0. `torch.nn.L1Loss` of one step.
 */
export const mae: Loss = (y, target) => mean(abs(sub(y, target)));

/**
 * Huber's loss: (1/Y) Σ_i ρ(e_i) with e = y − target and ρ(e) = ½e² where |e| ≤ δ, δ(|e| − ½δ) beyond.
 * Written ½c² + δ(|e| − c) with c = min(|e|, δ), which squares no large number. Its gradient is e cut off at ±δ,
 * over Y. Huber 1964, Ann. Math. Statist. 35, p. 75. `torch.nn.HuberLoss(delta=δ)` of one step.
 */
export function huber(delta = 1): Loss {
  return (y, target) => {
    const size = abs(sub(y, target));
    const beyond = relu(sub(size, delta));
    return mean(add(mul(0.5, square(sub(size, beyond))), mul(delta, beyond)));
  };
}
