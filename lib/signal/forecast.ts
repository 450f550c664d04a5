/** Forecasts that cost nothing, and the scores that they make look good. */

/**
 * The last value, `lag` steps ago, as the forecast: for x_lag, x_{lag+1}, …, n − lag forecasts. With the season as the
 * lag, the seasonal naive forecast.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.persistence([3, 1, 4, 1, 5]) // → [3, 1, 4, 1]
 * ```
 *
 * @throws RangeError unless lag is an integer of at least 1
 */
export function persistence(x: ArrayLike<number>, lag = 1): number[] {
  if (!Number.isInteger(lag) || lag < 1) throw new RangeError(`A lag is an integer of at least 1; got ${lag}.`);
  return Array.from({ length: Math.max(0, x.length - lag) }, (_, t) => x[t]!);
}

function checkLengths(predicted: ArrayLike<number>, actual: ArrayLike<number>): void {
  if (predicted.length !== actual.length || actual.length === 0) {
    throw new RangeError(
      `Scores need as many forecasts as values, at least one; got ${predicted.length} and ${actual.length}.`,
    );
  }
}

/** Mean squared error. */
export function meanSquaredError(predicted: ArrayLike<number>, actual: ArrayLike<number>): number {
  checkLengths(predicted, actual);
  let sum = 0;
  for (let t = 0; t < actual.length; t++) sum += (predicted[t]! - actual[t]!) * (predicted[t]! - actual[t]!);
  return sum / actual.length;
}

/**
 * R² = 1 − Σ(actual − predicted)²/Σ(actual − mean)²: 1 is perfect, 0 is the mean's. The mean of a series that drifts is
 * a poor opponent, so R² near 1 says little there: yesterday's value has it on a pure random walk.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.rSquared([1, 2, 3, 4], [2, 2, 3, 5]) // → 0.666…
 * ```
 */
export function rSquared(predicted: ArrayLike<number>, actual: ArrayLike<number>): number {
  checkLengths(predicted, actual);
  const mean = Array.from(actual).reduce((sum, v) => sum + v, 0) / actual.length;
  return 1 - meanSquaredError(predicted, actual) / meanSquaredError(new Float64Array(actual.length).fill(mean), actual);
}

/** What `directionAccuracy` finds. */
export interface DirectionScore {
  /** Steps for which a direction was forecast, and the value moved. */
  readonly count: number;
  /** The share of those whose direction was right; NaN if there are none. */
  readonly accuracy: number;
}

/**
 * How often the sign of a forecast change is the sign of the change. Where the forecast is the last value itself,
 * nothing was said about the direction: such steps do not count, so that persistence has a count of 0, not a score.
 *
 * ```ts
 * import { signal } from 'unrolled';
 * signal.directionAccuracy([1, 1, 1, 1], [2, 0, 2, 1], [3, 2, 1, 0]) // → { count: 2, accuracy: 0.5 }
 * ```
 *
 * @param last the last value known when each forecast was made
 */
export function directionAccuracy(
  last: ArrayLike<number>,
  predicted: ArrayLike<number>,
  actual: ArrayLike<number>,
): DirectionScore {
  checkLengths(predicted, actual);
  checkLengths(last, actual);
  let [count, right] = [0, 0];
  for (let t = 0; t < actual.length; t++) {
    const [said, was] = [Math.sign(predicted[t]! - last[t]!), Math.sign(actual[t]! - last[t]!)];
    if (said === 0 || was === 0) continue;
    count += 1;
    if (said === was) right += 1;
  }
  return { count, accuracy: right / count };
}
