/**
 * Learning rates that change: functions from the number of updates made so far (0 before the first) to η. They know
 * nothing else, so a run can be resumed, drawn or replayed from any step.
 */
import { cos, exp, log } from './math.ts';

/** The learning rate η at a step. */
export type Schedule = (step: number) => number;

/** η, always. */
export const constant =
  (eta: number): Schedule =>
  () =>
    eta;

/** η · γ^⌊step/every⌋: multiplied by γ after every `every` updates. `torch.optim.lr_scheduler.StepLR`. */
export const stepwise =
  (eta: number, every: number, gamma = 0.1): Schedule =>
  (step) =>
    eta * power(gamma, Math.floor(step / every));

/** η · γ^step. `torch.optim.lr_scheduler.ExponentialLR`. */
export const exponential =
  (eta: number, gamma: number): Schedule =>
  (step) =>
    eta * power(gamma, step);

/**
 * Half a cosine wave from η down to `floor` in `steps` updates, then `floor`: η − ½(η − floor)(1 − cos(π step/steps)).
 * Loshchilov & Hutter 2017 (eq. 5), without restarts. `torch.optim.lr_scheduler.CosineAnnealingLR`.
 *
 * ```ts
 * import { schedules } from 'unrolled';
 * [0, 1, 2, 3].map(schedules.cosine(1, 2)) // → [1, 0.5, 0, 0]
 * ```
 */
export const cosine =
  (eta: number, steps: number, floor = 0): Schedule =>
  (step) =>
    step >= steps ? floor : eta - ((eta - floor) / 2) * (1 - cos((Math.PI * step) / steps));

/**
 * Linear warm-up: `steps` updates at 1/steps, 2/steps, …, 1 times the first rate of `then`, which starts after them.
 * Goyal et al. 2017, §2.2. `LinearLR` followed by another in `torch.optim.lr_scheduler.SequentialLR`.
 *
 * ```ts
 * import { schedules } from 'unrolled';
 * [0, 1, 2, 3, 4].map(schedules.warmUp(4, schedules.constant(1))) // → [0.25, 0.5, 0.75, 1, 1]
 * ```
 */
export const warmUp =
  (steps: number, then: Schedule): Schedule =>
  (step) =>
    step < steps ? (then(0) * (step + 1)) / steps : then(step - steps);

/** a^k for a ≥ 0 and k ≥ 0. */
const power = (a: number, k: number): number => (k === 0 ? 1 : exp(k * log(a)));
