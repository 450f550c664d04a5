/**
 * A network's one scan, seen as a recurrence: its states, and what a step reads. Shared by the files beside this one.
 */
import { backward } from '../backward.ts';
import { isScan, type Name, type Program, type ScanEquation } from '../program.ts';
import { type Given, run, type Values } from '../run.ts';
import { type Shape, slice, type Tensor } from '../tensor.ts';

/** One state of the recurrence under its names. */
export interface State {
  readonly symbol: string;
  /** As the body reads it: `h[t-1]`. */
  readonly before: Name;
  /** As the body computes it: `h[t]`. */
  readonly after: Name;
  /** What enters the first step: `h_0`. */
  readonly initial: Name;
  /** All steps, [T, …]. */
  readonly stacked: Name;
  readonly shape: Shape;
}

export interface Recurrence {
  readonly scan: ScanEquation;
  readonly states: readonly State[];
}

/** @throws TypeError when the program is not one scan forward in time, such as `network` traces */
export function recurrenceOf(program: Program): Recurrence {
  const scans = program.equations.filter(isScan);
  const [scan] = scans;
  if (!scan || scans.length > 1 || scan.reverse)
    throw new TypeError(`expected a program with one scan forward in time; this one has ${scans.length}`);
  const states = scan.carry.map(({ inner, init, next }): State => {
    const { symbol, shape } = scan.body.inputs.find(({ name }) => name === inner)!;
    const stacked = scan.ys.find((each) => each.inner === next)!.stacked;
    return { symbol, before: inner, after: next, initial: init, stacked, shape };
  });
  return { scan, states };
}

/** What the body reads at step t (from 1), from the values of a run of the whole program. */
export function stepInputs({ scan, states }: Recurrence, values: Values, t: number): Record<Name, Tensor> {
  if (!(t >= 1 && t <= scan.length)) throw new RangeError(`there are steps 1 … ${scan.length}, not ${t}`);
  return Object.fromEntries([
    ...scan.constants.map(({ inner, outer }) => [inner, values.get(outer)!]),
    ...scan.xs.map(({ inner, from }) => [inner, slice(values.get(from)!, t - 1)]),
    ...states.map(({ before, initial, stacked }) => [
      before,
      t === 1 ? values.get(initial)! : slice(values.get(stacked)!, t - 2),
    ]),
  ]);
}

export const parameterNames = ({ inputs }: Program): Name[] =>
  inputs.filter(({ kind }) => kind === 'parameter').map(({ name }) => name);

/** ∂L/∂l_t for t = 1 … T: 1 at every step that counts, 0 at the others. */
export function lossWeights(program: Program, given: Given): Float64Array {
  const both = backward(program, { wrt: parameterNames(program) });
  const gradient = both.gradients![program.outputs.l ?? ''];
  if (gradient === undefined) throw new TypeError('expected a program with a loss l at each step, of which L is made');
  return run(both, given).get(gradient)!.data;
}
