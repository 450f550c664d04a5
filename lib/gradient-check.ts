/**
 * The gradient check: numbers that are said to be a gradient beside central differences of the loss itself, which know no
 * chain rule. What finds a wrong derivative, wherever it stands. (`derivative.ts` has the differences.)
 */
import { differenceOf } from './derivative.ts';
import type { Name, Program } from './program.ts';
import type { Given } from './run.ts';
import { tensor } from './tensor.ts';

/** One number of a gradient, checked. */
export interface CheckedNumber {
  /** The input, or the value on the way, that the loss is differentiated by; and the flat position in it. */
  readonly name: Name;
  readonly at: number;
  /** What the gradient is said to be. */
  readonly claimed: number;
  /** What the central difference says. */
  readonly difference: number;
  /** How far they are apart, as `relativeError` has it. */
  readonly error: number;
}

/** Below this a gradient passes: differences are good to about 1e-9, and a wrong rule is off by far more. */
export const CHECK_TOLERANCE = 1e-6;

/**
 * |claimed − difference| by the larger of the two, but at least by a thousandth of `largest`: beside a gradient of 1 the
 * rounding of one of 1e-12 is no error. 0 when both are equal, NaN when one is.
 */
export function relativeError(claimed: number, difference: number, largest = 0): number {
  if (claimed === difference) return 0;
  return Math.abs(claimed - difference) / Math.max(Math.abs(claimed), Math.abs(difference), 1e-3 * largest);
}

/**
 * Checks gradients number by number. `gradients` says by name what ∂(output `of`)/∂(name) is claimed to be; names are
 * inputs of the program or values on the way.
 *
 * ```ts
 * import { checkGradients, mul, trace } from 'unrolled';
 * const area = trace({ a: { shape: [], kind: 'data' } }, ({ a }) => ({ L: mul(a, a) }));
 * checkGradients(area, { a: 3 }, { a: 6 })[0].error < 1e-9 // → true
 * checkGradients(area, { a: 3 }, { a: 3 })[0].error // → 0.5…
 * ```
 *
 * @throws RangeError when the program has no value of that name
 */
export function checkGradients(program: Program, given: Given, gradients: Given, of = 'L'): readonly CheckedNumber[] {
  const numbers = Object.entries(gradients).flatMap(([name, value]) =>
    Array.from(tensor(value).data, (claimed, at) => ({
      ...{ name, at, claimed },
      difference: differenceOf(program, given, name, at, of).value,
    })),
  );
  const largest = numbers.reduce((most, { difference }) => Math.max(most, Math.abs(difference)), 0);
  return numbers.map((each) => ({ ...each, error: relativeError(each.claimed, each.difference, largest) }));
}
