/**
 * Losses for outputs that are logits: scores before the softmax or the logistic function, which the loss applies.
 */
import { dot, logsumexp, mean, mul, sigmoid, softplus, square, sub } from '../ops.ts';
import type { Loss } from './loss.ts';

/**
 * Softmax cross-entropy from logits: −Σ_i target_i log softmax(y)_i, written logsumexp(y) − ⟨target, y⟩,
 * which neither overflows nor loses small probabilities. `target` sums to 1 (one-hot or a distribution);
 * its gradient by y is softmax(y) − target. `torch.nn.CrossEntropyLoss` of one step. Classes: see `oneHot`.
 * Goodfellow et al. 2016, §6.2.2.3.
 */
export const crossEntropy: Loss = (y, target) => sub(logsumexp(y), dot(target, y));

/**
 * Binary cross-entropy from logits: −(1/Y) Σ_i [target_i log σ(y_i) + (1 − target_i) log(1 − σ(y_i))], written
 * softplus(y) − target ⊙ y, which does not overflow. Each output is a yes or no of its own, target_i in [0, 1]; the
 * gradient by y is (σ(y) − target)/Y. For Y = 1 the softmax cross-entropy of the logits (y, 0).
 * `torch.nn.BCEWithLogitsLoss` of one step. Goodfellow et al. 2016, §6.2.2.2.
 */
export const binaryCrossEntropy: Loss = (y, target) => mean(sub(softplus(y), mul(target, y)));

/**
 * Squared error of the logistic output: (1/Y) Σ_i (σ(y_i) − target_i)². The loss of Rumelhart, Hinton & Williams 1986
 * (theirs has ½ for 1/Y), here to be compared with binary cross-entropy: its gradient
 * (2/Y) (σ(y) − target) σ(y)(1 − σ(y)) is 0 where the output is surely right, and also where it is surely wrong.
 */
export const logisticMse: Loss = (y, target) => mean(square(sub(sigmoid(y), target)));
