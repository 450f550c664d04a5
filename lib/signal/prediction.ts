/**
 * The best linear prediction of a stationary series from its own past: what a forecast can reach at all.
 */

/** The best prediction of the next value from a number of last ones, by `linearPredictions`. */
export interface LinearPrediction {
  /** weights[k] multiplies x_{t−k}: the prediction of x_{t+1} is Σ_k weights[k]·x_{t−k}. */
  readonly weights: readonly number[];
  /** Its mean squared error. */
  readonly error: number;
}

/** Below this share of the variance, an error is rounding: the series is determined by what was seen. */
const NOTHING_LEFT = 1e-12;

/**
 * The best predictions of the next value from the last 0, 1, …, n values of a series with mean 0, given its
 * autocovariance r(k) = E[x_t·x_{t+k}]. For a Gaussian series no other function does better; for another one no other
 * *linear* function. Levinson 1947, Durbin 1960.
 *
 * sin(t + φ) with a random φ has r(k) = ½ cos k. One value predicts a part of the next; two predict it exactly, by
 * sin(t + 1) = 2 cos 1·sin t − sin(t − 1):
 *
 * ```ts
 * import { math, signal } from 'unrolled';
 * const [none, one, two] = signal.linearPredictions((k) => math.cos(k) / 2, 2);
 * none // → { weights: [], error: 0.5 }
 * one // → { weights: [0.5403…], error: 0.3540… }
 * two?.weights // → [1.0806…, -1…]
 * two?.error // → 0
 * ```
 *
 * @throws RangeError unless r(0) > 0
 */
export function linearPredictions(autocovariance: (lag: number) => number, n: number): LinearPrediction[] {
  const variance = autocovariance(0);
  if (!(variance > 0)) throw new RangeError(`A series to predict has a positive variance; got r(0) = ${variance}.`);
  const predictions: LinearPrediction[] = [{ weights: [], error: variance }];
  for (let order = 1; order <= n; order++) {
    const { weights, error } = predictions[order - 1]!;
    if (error === 0) {
      predictions.push({ weights: [...weights, 0], error });
      continue;
    }
    const surprise = weights.reduce((left, w, k) => left - w * autocovariance(order - 1 - k), autocovariance(order));
    const reflection = surprise / error;
    const left = error * (1 - reflection * reflection);
    predictions.push({
      weights: [...weights.map((w, k) => w - reflection * weights[order - 2 - k]!), reflection],
      error: left > NOTHING_LEFT * variance ? left : 0,
    });
  }
  return predictions;
}
