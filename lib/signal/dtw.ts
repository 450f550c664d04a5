/**
 * Dynamic time warping: the distance of two series that say the same at different speeds.
 */
import { sqrt } from '../math.ts';

/** How one series is stretched in time to lie on another, by `dtw`. */
export interface Warping {
  /** √ of the sum of squared differences along the path. */
  readonly distance: number;
  /** Which value of a is set against which of b: `[i, j]` from `[0, 0]` to the last of both. */
  readonly path: readonly (readonly [i: number, j: number])[];
  /** costs[i][j]: the least sum of squared differences of a[0…i] and b[0…j]. */
  readonly costs: readonly (readonly number[])[];
}

/**
 * Pairs up a and b in order, each value with one or more of the other series, so that the sum of squared differences is
 * least: costs[i][j] = (a_i − b_j)² + min(costs[i−1][j−1], costs[i−1][j], costs[i][j−1]). Sakoe & Chiba 1978, without
 * a slope constraint; of equally good steps back the diagonal is taken, then the one in a.
 *
 * Never more than the Euclidean distance of equally long series, which is the diagonal's. No metric: the triangle
 * inequality can fail, and 0 means equal up to repetition.
 *
 * The same hill, which b climbs a step earlier and stays on a step longer (the Euclidean distance is √2), and two
 * different series with the table of their costs:
 *
 * ```ts
 * import { signal } from 'unrolled';
 * const { distance, path } = signal.dtw([0, 0, 1, 2, 1, 0], [0, 1, 2, 2, 1, 0]);
 * distance // → 0
 * path // → [[0, 0], [1, 0], [2, 1], [3, 2], [3, 3], [4, 4], [5, 5]]
 * signal.dtw([1, 3, 2], [1, 2, 2, 4]).distance // → 2.236…
 * signal.dtw([1, 3, 2], [1, 2, 2, 4]).costs // → [[0, 1, 2, 11], [4, 1, 2, 3], [5, 1, 1, 5]]
 * ```
 *
 * @param band the largest |i − j| allowed; by default any
 * @throws RangeError if a series is empty or has NaN or an infinity in it, or the band narrower than their lengths' difference
 */
export function dtw(a: ArrayLike<number>, b: ArrayLike<number>, band = Number.POSITIVE_INFINITY): Warping {
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) throw new RangeError('Time warping needs two series with at least one value each.');
  const odd = [...Array.from(a), ...Array.from(b)].find((x) => !Number.isFinite(x));
  if (odd !== undefined) throw new RangeError(`Time warping needs finite numbers; got ${odd}.`);
  if (!(band >= Math.abs(n - m))) {
    throw new RangeError(`Series of ${n} and ${m} values need a band of at least ${Math.abs(n - m)}; got ${band}.`);
  }
  const costs: number[][] = [];
  const cost = (i: number, j: number): number => costs[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    costs.push(row);
    for (let j = 0; j < m; j++) {
      const difference = a[i]! - b[j]!;
      const before = i + j === 0 ? 0 : Math.min(cost(i - 1, j - 1), cost(i - 1, j), cost(i, j - 1));
      row.push(Math.abs(i - j) > band ? Number.POSITIVE_INFINITY : difference * difference + before);
    }
  }
  const path: [number, number][] = [[n - 1, m - 1]];
  for (let [i, j] = [n - 1, m - 1]; i + j > 0; path.unshift([i, j])) {
    const best = Math.min(cost(i - 1, j - 1), cost(i - 1, j), cost(i, j - 1));
    if (cost(i - 1, j - 1) === best) [i, j] = [i - 1, j - 1];
    else if (cost(i - 1, j) === best) i -= 1;
    else j -= 1;
  }
  return { distance: sqrt(cost(n - 1, m - 1)), path, costs };
}
