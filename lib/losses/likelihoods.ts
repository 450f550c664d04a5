/**
 * The negative log likelihoods that the losses come from: −log p(target | y), written as the definition says, for the Y
 * independent outputs of one step (Goodfellow et al. 2016, §5.5 and §6.2). To minimise them over y is to minimise the
 * loss. Not for training from logits: where a probability rounds to 0 they are infinite or NaN, and the losses are not.
 */
import { log as logOf } from '../math.ts';
import { abs, add, div, dot, log, mul, sigmoid, softmax, square, sub, sum } from '../ops.ts';
import type { Loss } from './loss.ts';

/**
 * target ~ N(y, σ²): Σ_i [½((y_i − target_i)/σ)² + log σ + ½ log 2π] = (Y / 2σ²) · mse + Y log(σ√(2π)).
 *
 * @param sigma the standard deviation: a number above 0, the same for all outputs
 */
export const gaussianNll =
  (sigma: number): Loss =>
  (y, target) =>
    sum(add(mul(0.5, square(div(sub(y, target), sigma))), logOf(sigma * Math.sqrt(2 * Math.PI))));

/**
 * target ~ Laplace(y, b), of density e^{−|target − y|/b} / 2b: Σ_i [|y_i − target_i|/b + log 2b] = (Y/b) · mae + Y log 2b.
 *
 * @param b the mean absolute deviation: a number above 0, the same for all outputs
 */
export const laplaceNll =
  (b: number): Loss =>
  (y, target) =>
    sum(add(div(abs(sub(y, target)), b), logOf(2 * b)));

/** One of Y classes of probabilities softmax(y), target one-hot: −Σ_i target_i log softmax(y)_i = crossEntropy. */
export const categoricalNll: Loss = (y, target) => mul(-1, dot(target, log(softmax(y))));

/** Y independent bits, each 1 with probability σ(y_i): −Σ_i log p_i(target_i) = Y · binaryCrossEntropy. */
export const bernoulliNll: Loss = (y, target) => {
  const p = sigmoid(y);
  return mul(-1, add(dot(target, log(p)), dot(sub(1, target), log(sub(1, p)))));
};
