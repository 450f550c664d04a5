/**
 * Losses of one time step, for one example: from the output y and the target to a scalar. A network adds them over time.
 * The catalogue, and nothing else: the formulas stand in the files beside this one.
 */
import { binaryCrossEntropy, crossEntropy, logisticMse } from './losses/classification.ts';
import type { Loss } from './losses/loss.ts';
import { huber, mae, mse } from './losses/regression.ts';

export { binaryCrossEntropy, crossEntropy, logisticMse } from './losses/classification.ts';
export { bernoulliNll, categoricalNll, gaussianNll, laplaceNll } from './losses/likelihoods.ts';
export type { Loss } from './losses/loss.ts';
export { type MaskedLoss, masked } from './losses/masked.ts';
export { oneHot } from './losses/one-hot.ts';
export { huber, mae, mse } from './losses/regression.ts';

/** The loss functions by name. */
export const losses = { mse, mae, huber: huber(), crossEntropy, binaryCrossEntropy, logisticMse } as const;
/** The key of a loss in `losses`. */
export type LossName = keyof typeof losses;

/** A loss with what a reader should know about it. */
export interface LossEntry {
  readonly id: LossName;
  readonly name: string;
  /** BibTeX key of the paper or book that has the formula. */
  readonly paper: string;
  /** What the target is: real numbers, one of Y classes, or Y independent yes–no answers. */
  readonly task: 'regression' | 'classes' | 'yes-no';
  readonly loss: Loss;
}

const entry = (id: LossName, name: string, paper: string, task: LossEntry['task']): LossEntry => ({
  ...{ id, name, paper, task },
  loss: losses[id],
});

/** Every loss with what a selector shows, in teaching order. */
// biome-ignore format: one table, one row per loss
export const lossList: readonly LossEntry[] = [
  entry('mse',                'Mean squared error',               'goodfellow2016', 'regression'),
  entry('mae',                'Mean absolute error',              'goodfellow2016', 'regression'),
  entry('huber',              'Huber loss, δ = 1',                'huber1964',      'regression'),
  entry('crossEntropy',       'Softmax cross-entropy',            'goodfellow2016', 'classes'),
  entry('binaryCrossEntropy', 'Binary cross-entropy',             'goodfellow2016', 'yes-no'),
  entry('logisticMse',        'Squared error of logistic output', 'rumelhart1986',  'yes-no'),
];
