/**
 * What the tests of tasks share: how a prediction does over many examples, and the best prediction from less than
 * everything, found by counting. Not part of the library: `index.ts` does not export it.
 */
import { backward } from '../backward.ts';
import { batch } from '../batch.ts';
import { glorotUniform, zeros } from '../initializers.ts';
import { log } from '../math.ts';
import { adam } from '../optimizers/adam.ts';
import { initialState, type Tensors, update } from '../optimizers/update.ts';
import { type Plan, plan } from '../plan.ts';
import { isScan, type Program } from '../program.ts';
import { random } from '../random.ts';
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

/** What a program reads of one example, by the name of its input, row-major. */
export type Row = Readonly<Record<string, ArrayLike<number>>>;

/** A program being trained: the plainest loop there is. Matrices start as Glorot's, biases and states at 0. */
export class Trained {
  weights: Tensors;
  private readonly program: Program;
  private state;
  private readonly sequences: ReadonlySet<string>;
  /** By size of the batch; the last of an epoch may be smaller. */
  private readonly plans = new Map<number, Plan>();

  constructor(program: Program, seed: number) {
    this.program = program;
    this.sequences = new Set(
      program.equations.flatMap((each) => (isScan(each) ? each.xs.map(({ from }) => from) : [])),
    );
    const shapes = program.inputs.filter(({ kind }) => kind === 'parameter');
    const draw = (name: string, shape: readonly number[]) =>
      (shape.length === 2 ? glorotUniform : zeros)(shape, random(seed), name);
    this.weights = Object.fromEntries(shapes.map(({ name, shape }) => [name, { shape, data: draw(name, shape) }]));
    this.state = initialState(adam, this.weights);
  }

  /** One update; returns the loss before it. */
  update(rows: readonly Row[], rate: number): number {
    const model = this.read(rows);
    const gradients = Object.entries(this.weights).map(([name, { shape }]) => [
      name,
      { shape, data: Float64Array.from(model.buffer(`dL/d${name}`)) },
    ]);
    const next = update(adam, this.weights, Object.fromEntries(gradients), this.state, { η: rate });
    [this.weights, this.state] = [next.parameters, next.state];
    return model.buffer('L')[0]!;
  }

  /** The mean loss, and the value of an output for all rows together. */
  of(rows: readonly Row[], key: string): { readonly loss: number; readonly values: Float64Array } {
    const model = this.read(rows);
    return { loss: model.buffer('L')[0]!, values: Float64Array.from(model.buffer(key)) };
  }

  private read(rows: readonly Row[]): Plan {
    const model = this.plans.get(rows.length) ?? plan(backward(batch(this.program, rows.length)), { type: 'float64' });
    this.plans.set(rows.length, model);
    for (const [name, { data }] of Object.entries(this.weights)) model.set(name, data);
    for (const { name, shape, kind } of this.program.inputs)
      if (kind === 'data') model.set(name, together(rows, name, this.sequences.has(name) ? shape[0]! : 1));
    model.run();
    return model;
  }
}

/** One input of all rows: [T, N, …] of a sequence of T steps, [N, …] of anything else, which is a sequence of one. */
function together(rows: readonly Row[], name: string, T: number): number[] {
  const width = rows[0]![name]!.length / T;
  return Array.from({ length: T }, (_, t) =>
    rows.flatMap((row) => Array.from({ length: width }, (_each, k) => row[name]![t * width + k]!)),
  ).flat();
}
