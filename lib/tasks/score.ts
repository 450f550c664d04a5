/** Examples put to use: many of them, scored, made equally long. */
import { log } from '../math.ts';
import { sameShape, showShape, type Tensor } from '../tensor.ts';
import { argmax } from '../text/argmax.ts';
import type { Example, Task } from './task.ts';

/** What `score` gives. */
export interface Score {
  /** Sum over the counted steps. */
  readonly total: number;
  /** How many steps count. */
  readonly steps: number;
  /** Per counted step: comparable with a bound. */
  readonly loss: number;
  /** The share of counted steps at which the likeliest class is the right one; not for `mse`. */
  readonly accuracy?: number;
}

/**
 * What a prediction scores on an example: values for `mse`, probabilities (not logits) for cross-entropy, [T, Y].
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * const example = tasks.reber.generate(1997);
 * example.text // → BPVPSE
 * tasks.score(example, example.ideal) // → { total: 2.7725…, steps: 5, loss: 0.5545…, accuracy: 0.6 }
 * ```
 *
 * @throws RangeError when the prediction is not of the targets' shape
 */
export function score(example: Example, predicted: Tensor): Score {
  const { targets, mask, labels, loss } = example;
  if (!sameShape(predicted.shape, targets.shape))
    throw new RangeError(`A prediction has the shape ${showShape(targets.shape)}; got ${showShape(predicted.shape)}.`);
  const Y = targets.shape[1]!;
  const steps = mask.data.reduce((sum, m) => sum + m, 0);
  let total = 0;
  targets.data.forEach((target, i) => {
    const value = predicted.data[i]!;
    if (mask.data[Math.floor(i / Y)] !== 1) return;
    if (loss === 'mse') total += ((value - target) * (value - target)) / Y;
    else if (target > 0) total -= target * log(value);
  });
  if (!labels) return { total, steps, loss: total / steps };
  const right = argmax(predicted).filter((label, t) => label === labels[t]).length;
  return { total, steps, loss: total / steps, accuracy: right / steps };
}

/** n examples of a seed. */
export const examples = <K extends string>(
  task: Task<K>,
  seed: number,
  n: number,
  options?: Partial<Record<K, number>>,
): Example[] => Array.from({ length: n }, (_, index) => task.generate(seed, options, index));

/**
 * The example with steps of zeros behind it that do not count, up to T: for batches of sequences that differ in length.
 *
 * @throws RangeError if T is not an integer, or the example longer already
 */
export function padExample(example: Example, T: number): Example {
  const steps = example.mask.shape[0]!;
  if (!(Number.isInteger(T) && T >= steps))
    throw new RangeError(`An example of ${steps} steps cannot be padded to ${T}.`);
  const longer = ({ shape, data }: Tensor): Tensor => {
    const all = new Float64Array((data.length / steps) * T);
    all.set(data);
    return { shape: [T, ...shape.slice(1)], data: all };
  };
  const { inputs, targets, mask, ideal, labels } = example;
  return {
    ...example,
    ...{ inputs: longer(inputs), targets: longer(targets), mask: longer(mask), ideal: longer(ideal) },
    ...(labels && { labels: [...labels, ...new Array<number>(T - steps).fill(-1)] }),
  };
}
