/**
 * What the tests of tasks share: how a prediction does over many examples, and the best prediction from less than
 * everything, found by counting. Not part of the library: `index.ts` does not export it.
 */
import { log } from '../math.ts';
import { slice, type Tensor } from '../tensor.ts';
import { score } from './score.ts';
import type { Example } from './task.ts';

export interface Measured {
  /** Per counted step of all examples together. */
  readonly loss: number;
  /** Standard error of the loss. */
  readonly error: number;
  readonly accuracy: number;
}

/** The loss of a prediction over examples; its error by the spread between them. */
export function measure(examples: readonly Example[], predict: (example: Example) => Tensor): Measured {
  const scores = examples.map((example) => score(example, predict(example)));
  const sum = (f: (each: (typeof scores)[number]) => number) => scores.reduce((total, each) => total + f(each), 0);
  const steps = sum((each) => each.steps);
  const loss = sum((each) => each.total) / steps;
  const squares = sum((each) => (each.total - loss * each.steps) * (each.total - loss * each.steps));
  const accuracy = sum((each) => (each.accuracy ?? Number.NaN) * each.steps) / steps;
  return { loss, error: Math.sqrt(squares) / steps, accuracy };
}

/** What a predictor may look at, at step t. */
export type View = (example: Example, t: number) => string;

export const VIEWS: Readonly<Record<string, View>> = {
  constant: () => '',
  clock: (_, t) => String(t),
  bigram: ({ inputs }, t) => String(slice(inputs, t).data),
  memoryless: ({ inputs }, t) => `${t} ${slice(inputs, t).data}`,
};

/** The loss of the best prediction that depends on the view only, fitted to the examples that it is measured on. */
export function bestFrom(view: View, examples: readonly Example[]): { loss: number; accuracy: number } {
  const cells = new Map<string, { n: number; sums: number[]; squares: number }>();
  let steps = 0;
  for (const example of examples) {
    example.mask.data.forEach((counts, t) => {
      if (!counts) return;
      const target = Array.from(slice(example.targets, t).data);
      const key = view(example, t);
      const cell = cells.get(key) ?? { n: 0, sums: target.map(() => 0), squares: 0 };
      cells.set(key, cell);
      cell.n += 1;
      steps += 1;
      target.forEach((value, k) => {
        cell.sums[k]! += value;
        cell.squares += value * value;
      });
    });
  }
  const mse = examples[0]!.loss === 'mse';
  let [loss, right] = [0, 0];
  for (const { n, sums, squares } of cells.values()) {
    right += Math.max(...sums);
    if (mse) loss += (squares - sums.reduce((total, sum) => total + (sum * sum) / n, 0)) / sums.length;
    else loss -= sums.reduce((total, sum) => total + (sum > 0 ? sum * log(sum / n) : 0), 0);
  }
  return { loss: loss / steps, accuracy: right / steps };
}
