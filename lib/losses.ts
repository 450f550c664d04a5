/**
 * Losses of one time step, for one example: from the output y and the target to a scalar.
 * A network adds them over time.
 */
import { dot, logsumexp, mean, square, sub } from './ops.ts';
import type { Var } from './trace.ts';

export type Loss = (y: Var, target: Var) => Var;

/**
 * Mean squared error: (1/Y) Σ_i (y_i − target_i)². The negative log likelihood of a Gaussian of fixed
 * width, up to scale (Goodfellow et al. 2016, §5.5). `torch.nn.MSELoss` of one step.
 */
export const mse: Loss = (y, target) => mean(square(sub(y, target)));

/**
 * Softmax cross-entropy from logits: −Σ_i target_i log softmax(y)_i, written logsumexp(y) − ⟨target, y⟩,
 * which neither overflows nor loses small probabilities. `target` sums to 1 (one-hot or a distribution);
 * its gradient by y is softmax(y) − target. `torch.nn.CrossEntropyLoss` of one step.
 */
export const crossEntropy: Loss = (y, target) => sub(logsumexp(y), dot(target, y));

export const losses = { mse, crossEntropy } as const;
export type LossName = keyof typeof losses;
