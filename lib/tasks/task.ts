/**
 * What a task is: examples without end, made from a seed, and an exact statement of what can be learned from them.
 *
 * An example is one sequence, without a batch axis, as the engine's cells are written. It carries the best prediction
 * that anyone could make from what has been seen up to each step (`ideal`), whose loss is the task's floor. Tests hold
 * the two against each other for every task.
 */
import type { Tensor } from '../tensor.ts';

/** A loss that a certain rule has: a mean over the counted steps of many examples, in the unit of the task's loss. */
export interface Bound {
  /**
   * `floor`, `constant` (the best of those that always say the same), `clock` (… that know only the time step),
   * `memoryless` (… and the input of that step), `bigram` (… only the input of that step), or a name of its own.
   */
  readonly id: string;
  readonly loss: number;
  /** The share of counted steps at which the likeliest class is the right one. */
  readonly accuracy?: number;
  /** How it predicts. */
  readonly rule: string;
}

/** What predictors can reach on a task, exactly: a network is good when its loss lies near the floor, and idle above the baseline. */
export interface Bounds {
  /** No predictor has a smaller loss. */
  readonly floor: Bound;
  /** What a model that has learned nothing from the inputs has. */
  readonly baseline: Bound;
  /** Rules between the two. */
  readonly others?: readonly Bound[];
}

/** What a task and each of its examples say of themselves. */
export interface About {
  readonly id: string;
  readonly name: string;
  /** One sentence: what is asked. */
  readonly description: string;
  /** The loss of a step. Under cross-entropy exactly one class is right at each counted step. */
  readonly loss: 'mse' | 'crossEntropy';
  /** BibTeX key of the paper that it follows. */
  readonly paper?: string;
}

/** One sequence of T steps, X numbers in and Y out at each, with what can be said about it and its task. */
export interface Example extends About, Bounds {
  /** [T, X]. */
  readonly inputs: Tensor;
  /** [T, Y]: values, or a one-hot row per step. Zeros at steps that do not count. */
  readonly targets: Tensor;
  /** [T]: 1 where the loss counts, 0 elsewhere. */
  readonly mask: Tensor;
  /** [T, Y]: the best prediction from the inputs up to each step: values, or probabilities. */
  readonly ideal: Tensor;
  /** The class of each step, −1 where none counts; not for `mse`. */
  readonly labels?: readonly number[];
  /** What the columns of inputs and targets stand for. */
  readonly columns: { readonly inputs: readonly string[]; readonly outputs: readonly string[] };
  /** The sequence as people write it, where there is such a way. */
  readonly text?: string;
}

/** The numbers that an option may be, and is by default. */
export interface Range {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** Whether fractions are allowed. */
  readonly real?: boolean;
}

/** Examples without end, made from a seed, and what can be learned from them. K: the names of its options. */
export interface Task<K extends string = string> extends About {
  readonly options: Readonly<Record<K, Range>>;
  /** @throws RangeError for an unknown option, or one out of its range */
  bounds(options?: Partial<Record<K, number>>): Bounds;
  /**
   * Example `index` of a seed: the same for the same arguments, whatever else is generated.
   *
   * @throws RangeError as `bounds`
   */
  generate(seed: number, options?: Partial<Record<K, number>>, index?: number): Example;
}
