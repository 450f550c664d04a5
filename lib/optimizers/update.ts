/**
 * One update of all parameters of a model, by the reference interpreter. Not the training loop, and not the fast path.
 */
import { mapValues } from '../map-values.ts';
import { relative } from '../program.ts';
import { type Given, InputError, output, run, type Values } from '../run.ts';
import { showShape, type Tensor, tensor } from '../tensor.ts';
import { type Optimizer, optimizerProgram } from './optimizer.ts';

export type Tensors = Readonly<Record<string, Tensor>>;

/** What an optimiser carries from one update to the next; plain data. */
export interface OptimizerState {
  /** How many updates there have been. */
  readonly t: number;
  /** For each parameter, by name, what the optimiser remembers of it, by symbol. */
  readonly memory: Readonly<Record<string, Tensors>>;
}

/** What `update` gives: new parameters and state, and how they came about. */
export interface Update {
  readonly parameters: Tensors;
  readonly state: OptimizerState;
  /** For each parameter, everything that its update computed. */
  readonly values: Readonly<Record<string, Values>>;
}

/** The state before the first update: nothing remembered. */
export function initialState(optimizer: Optimizer, parameters: Given): OptimizerState {
  const zero = (shape: readonly number[], size: number) => ({ shape, data: new Float64Array(size) });
  const memory = mapValues(parameters, (value) => {
    const { shape, data } = tensor(value);
    return Object.fromEntries(optimizer.state.map((symbol) => [symbol, zero(shape, data.length)]));
  });
  return { t: 0, memory };
}

/**
 * Updates every parameter once. Nothing is changed in place.
 *
 * ```ts
 * import { adam, initialState, update } from 'unrolled';
 * const start = { W: [[1, -1]], b: 0 };
 * const first = update(adam, start, { W: [[2, 0.5]], b: -3 }, initialState(adam, start), { η: 0.25 });
 * first.parameters.W.data // → [0.75…, -1.24…]
 * first.state.t // → 1
 * ```
 *
 * @param hyper hyperparameters that are not to have their usual values, e.g. η from a schedule
 * @throws RangeError for a hyperparameter that the optimiser does not have, or a parameter that its state does not know
 * @throws InputError (naming the parameter) for a gradient that is missing, of another shape, or not finite
 */
export function update(
  optimizer: Optimizer,
  parameters: Given,
  gradients: Given,
  state: OptimizerState,
  hyper: Readonly<Record<string, number>> = {},
): Update {
  const unknown = Object.keys(hyper).find((symbol) => !(symbol in optimizer.hyper));
  if (unknown !== undefined) {
    const known = Object.keys(optimizer.hyper).join(', ');
    throw new RangeError(`${optimizer.name} has no hyperparameter ${unknown}; it has ${known}`);
  }
  const forgotten = Object.keys(parameters).find((name) => !state.memory[name]);
  if (forgotten !== undefined) throw new RangeError(`the state of ${optimizer.name} knows no parameter ${forgotten}`);
  const t = state.t + 1;
  const done = mapValues(parameters, (value, name) => {
    const w = tensor(value);
    const program = optimizerProgram(optimizer, w.shape);
    const given: Record<string, Given[string]> = {
      ...{ ...optimizer.hyper, ...hyper, t },
      ...Object.fromEntries(optimizer.state.map((symbol) => [relative(symbol, -1), state.memory[name]![symbol]!])),
      ...{ [relative('w', -1)]: w, [relative('g')]: gradientOf(name, w, gradients) },
    };
    const wanted = program.inputs.map((input) => [input.name, given[input.name]!]);
    const values = run(program, Object.fromEntries(wanted));
    return { values, read: (symbol: string) => output(program, values, symbol) };
  });
  return {
    parameters: mapValues(done, ({ read }) => read('w')),
    state: { t, memory: mapValues(done, ({ read }) => fromKeys(optimizer.state, read)) },
    values: mapValues(done, ({ values }) => values),
  };
}

function gradientOf(name: string, w: Tensor, gradients: Given): Tensor {
  const given = gradients[name];
  if (given === undefined) throw new InputError(name, `no gradient for ${name}: ${showShape(w.shape)}`);
  const g = tensor(given);
  if (String(g.shape) !== String(w.shape)) {
    throw new InputError(name, `${name} is ${showShape(w.shape)}, its gradient ${showShape(g.shape)}`);
  }
  const bad = g.data.find((x) => !Number.isFinite(x));
  if (bad !== undefined) throw new InputError(name, `the gradient of ${name} has ${bad} in it`);
  return g;
}

const fromKeys = <V>(keys: readonly string[], f: (key: string) => V): Record<string, V> =>
  Object.fromEntries(keys.map((key) => [key, f(key)]));
