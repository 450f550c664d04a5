/**
 * What a network with `feedback` reads: the sequence where its mask `forced` is 1 (teacher forcing, Williams & Zipser
 * 1989), its own last output where it is 0. Scheduled sampling (Bengio, Vinyals, Jaitly & Shazeer 2015) draws the mask
 * anew for every example, with a probability of 1 that falls in training.
 */
import { exp, log } from '../math.ts';
import type { KeyPart, Random } from '../random.ts';
import type { Tensor } from '../tensor.ts';

/**
 * A mask [T] for the input `forced`: each step is 1 with this probability, and the first always, since nothing has been
 * put out before it. Keyed by step: the same for any T.
 *
 * ```ts
 * import { random, throughTime } from 'unrolled';
 * throughTime.forcingMask(5, 0, random(1)).data // → [1, 0, 0, 0, 0]
 * ```
 *
 * @throws RangeError when the probability is not in [0, 1]
 */
export function forcingMask(T: number, probability: number, random: Random, ...key: readonly KeyPart[]): Tensor {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability is in [0, 1], not ${probability}`);
  const data = Float64Array.from({ length: T }, (_, at) =>
    at === 0 || random.uniform('forced', ...key, at) < probability ? 1 : 0,
  );
  return { shape: [T], data };
}

/** The probability of reading the true input after `step` updates. */
export type ForcingSchedule = (step: number) => number;

/** The three schedules of the paper (§2.4). */
export const forcingSchedules = {
  /** max(floor, start − slope·step). */
  linear:
    (start: number, slope: number, floor = 0): ForcingSchedule =>
    (step) =>
      Math.max(floor, start - slope * step),
  /** k^step, for 0 < k < 1. */
  exponential:
    (k: number): ForcingSchedule =>
    (step) =>
      exp(step * log(k)),
  /** k / (k + e^{step/k}), for k ≥ 1: about k/(k + 1) at first, half at step k log k. */
  inverseSigmoid:
    (k: number): ForcingSchedule =>
    (step) =>
      k / (k + exp(step / k)),
} as const;
