/**
 * The independent check of every gradient: central differences, with the step that errs least.
 */
import type { Name, Program } from './program.ts';
import { type Given, output, run } from './run.ts';
import type { Tensor } from './tensor.ts';

/** A derivative by central differences. */
export interface Difference {
  readonly value: number;
  /** Estimated absolute error. */
  readonly error: number;
}

/**
 * f′(x) by central differences of shrinking step, extrapolated to step 0 (Ridders 1982). Exact to about
 * 1e-11 relative where f is smooth; at a kink it gives the mean of the slopes.
 */
export function derivative(f: (x: number) => number, x: number, step = 0.1 * Math.max(1, Math.abs(x))): Difference {
  const shrink = 1.6;
  const rows: number[][] = [];
  let best: Difference = { value: Number.NaN, error: Number.POSITIVE_INFINITY };
  let worse = 0;
  for (let i = 0, h = step; i < 14; i++, h /= shrink) {
    const row = [(f(x + h) - f(x - h)) / (2 * h)];
    for (let j = 1, factor = shrink * shrink; j <= i; j++, factor *= shrink * shrink) {
      row.push((row[j - 1]! * factor - rows[i - 1]![j - 1]!) / (factor - 1));
      const error = Math.max(Math.abs(row[j]! - row[j - 1]!), Math.abs(row[j]! - rows[i - 1]![j - 1]!));
      if (error <= best.error) best = { value: row[j]!, error };
    }
    worse = i > 0 && Math.abs(row[i]! - rows[i - 1]![i - 1]!) >= 2 * best.error ? worse + 1 : 0;
    // Once is no sign: two estimates that are still coarse may agree by chance.
    if (worse === 2) break;
    rows.push(row);
  }
  return best;
}

/**
 * ∂(output `of`)/∂(element `at` of `wrt`), by running the program again. `wrt` may be an input or any value
 * on the way: that value is then put in place of what its equation computes. Near a kink give a small first `step`.
 */
export function differenceOf(
  program: Program,
  given: Given,
  wrt: Name,
  at: number,
  of = 'L',
  step?: number,
): Difference {
  const base = run(program, given).get(wrt);
  if (!base) throw new RangeError(`no value ${wrt} in the program`);
  if (!(at in base.data)) throw new RangeError(`${wrt} has ${base.data.length} elements; there is none at ${at}`);
  const isInput = program.inputs.some(({ name }) => name === wrt);
  const replaced = (x: number): Tensor => ({ shape: base.shape, data: base.data.with(at, x) });
  const f = (x: number): number => {
    const values = isInput
      ? run(program, { ...given, [wrt]: replaced(x) })
      : run(program, given, { replace: new Map([[wrt, replaced(x)]]) });
    return output(program, values, of).data[0]!;
  };
  return derivative(f, base.data[at]!, step);
}
