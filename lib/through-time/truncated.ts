/**
 * Truncated backpropagation through time. Updates happen at the steps s = stride, 2·stride, … and T; an update takes the
 * losses since the one before and follows them back over the last `window` steps: BPTT(h; h′) of Williams & Peng 1990
 * with h = window, h′ = stride. What lies further back is lost, and nothing else: the gradient is the sum of the terms
 * (t, k) with k > s(t) − window.
 *
 * Two computations of the same: `truncate` picks terms from the table and can name those that are lost;
 * `truncatedGradients` cuts the program with `detach` and differentiates what is left, as training does.
 */
import { backward } from '../backward.ts';
import { norm } from '../linear-algebra.ts';
import { type Name, type OpEquation, type Program, timed } from '../program.ts';
import { prune } from '../prune.ts';
import { type Given, output, run } from '../run.ts';
import { type Shape, type Tensor, zeros } from '../tensor.ts';
import { cut } from './cut.ts';
import type { LagTerms } from './lag-terms.ts';
import { lossWeights, parameterNames } from './recurrence.ts';
import { added } from './tensors.ts';

/** How far back an update looks and how often there is one. */
export interface Truncation {
  /** Over how many steps an update goes back (k2; h). */
  readonly window: number;
  /** After how many steps there is an update (k1; h′), at most `window`. 1: every loss has all of it. Default 1. */
  readonly stride?: number;
}

/** One term of the gradient: what the loss of step t says to a weight as it acted at step k. */
export interface Term {
  readonly t: number;
  readonly k: number;
  /** Its length, √Σ of squares: how much is lost when it is. */
  readonly norm: number;
}

/** A truncated gradient and what it is without. */
export interface Truncated {
  /** The sum of the included terms, of the parameter's shape. */
  readonly gradient: Tensor;
  readonly included: readonly Term[];
  readonly lost: readonly Term[];
}

/** The step at which the loss of step t is followed back. */
export const updateAt = (t: number, T: number, stride: number): number => Math.min(Math.ceil(t / stride) * stride, T);

/**
 * The truncated gradient as the sum of the terms that are reached, and the terms that are not.
 *
 * @throws RangeError when window or stride is not a whole number of at least 1, or the window is shorter than the stride
 */
export function truncate({ terms, parameter }: LagTerms, { window, stride = 1 }: Truncation): Truncated {
  check({ window, stride });
  const all = terms.flatMap((row, at) => row.map((value, before) => ({ t: at + 1, k: before + 1, value })));
  const isReached = ({ t, k }: { t: number; k: number }) => k > updateAt(t, terms.length, stride) - window;
  const describe = ({ t, k, value }: (typeof all)[number]): Term => ({ t, k, norm: norm(value) });
  const reached = all.filter(isReached);
  const shape = terms[0]?.[0]?.shape;
  if (!shape) throw new RangeError(`there are no terms of ${parameter}`);
  return {
    gradient: reached.reduce((sum, { value }) => added(sum, value), zeros(shape)),
    included: reached.map(describe),
    lost: all.filter((term) => !isReached(term)).map(describe),
  };
}

/** What `truncatedGradients` truncates, and what a window starts from. */
export interface TruncatedOptions extends Truncation {
  /** `carried`: the state before the window has its true value. `reset`: every window starts from the initial state. */
  readonly state?: 'carried' | 'reset';
  /** The inputs to differentiate by. Default: every parameter. */
  readonly wrt?: readonly Name[];
}

/**
 * The truncated gradients of all parameters, by a backward pass of each update over the program cut before its window.
 *
 * @param program a network with its scan
 */
export function truncatedGradients(
  program: Program,
  given: Given,
  { window, stride = 1, state = 'carried', wrt = parameterNames(program) }: TruncatedOptions,
): Record<Name, Tensor> {
  check({ window, stride });
  const weights = lossWeights(program, given);
  const T = weights.length;
  const steps = Array.from(weights, (_, at) => at + 1);
  const updates = [...new Set(steps.map((t) => updateAt(t, T, stride)))];
  const sums = new Map(wrt.map((name) => [name, zeros(inputShape(program, name))]));
  for (const s of updates) {
    const losses = steps.filter((t) => updateAt(t, T, stride) === s && weights[t - 1] !== 0);
    if (losses.length === 0) continue;
    const window_s = cut(program, [s - window], state === 'carried' ? 'detach' : 'reset');
    const both = backward(withObjective(window_s, losses, weights), { of: 'J', wrt });
    const values = run(both, given);
    for (const [name, sum] of sums) sums.set(name, added(sum, output(both, values, `dJ/d${name}`)));
  }
  return Object.fromEntries(sums);
}

function inputShape(program: Program, name: Name): Shape {
  const input = program.inputs.find((each) => each.name === name);
  if (!input) throw new TypeError(`${name} is no input of the program`);
  return input.shape;
}

/** The program with the one output J = Σ_t w_t l_t over some steps. */
function withObjective(unrolled: Program, steps: readonly number[], weights: Float64Array): Program {
  const common = { shape: [], symbol: 'J', named: true, role: 'value' } as const;
  const terms = steps.map((t): OpEquation => {
    const loss = unrolled.outputs[timed('l', t)]!;
    return { ...common, op: 'mul', name: timed('J', t), inputs: [weights[t - 1]!, loss], t };
  });
  const sum: OpEquation = { ...common, op: 'add', name: 'J', inputs: terms.map(({ name }) => name) };
  return prune({ ...unrolled, equations: [...unrolled.equations, ...terms, sum], outputs: { J: 'J' } });
}

function check({ window, stride }: Required<Truncation>): void {
  for (const [name, value] of Object.entries({ window, stride }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`a ${name} is a whole number of steps, at least 1; got ${value}`);
  if (window < stride)
    throw new RangeError(`a window of ${window} does not reach all losses since the last update, ${stride} steps ago`);
}
