/**
 * Taylor polynomials of a traced expression of one variable: coefficients by jets, remainder, and the order of the
 * remainder as a slope. What a step in parameter space does to a loss is in `taylor-step.ts`.
 */
import type { Traceable } from './curve.ts';
import { coefficientsOf, jets } from './jet.ts';
import { log } from './math.ts';
import { fill } from './ops.ts';
import type { Program } from './program.ts';
import { output, run } from './run.ts';
import { trace } from './trace.ts';

/** A function of one variable around a point. Plain data: the function is the program, from `x` to `y`. */
export interface Expansion {
  readonly program: Program;
  readonly at: number;
  /** f⁽ᵏ⁾(at)/k! for k = 0 … order. */
  readonly coefficients: readonly number[];
  /** Radius of convergence, where the caller knows it. Coefficients do not tell: those of e^(−1/x²) at 0 are all 0. */
  readonly radius?: number;
}

/** How far `taylor` goes, and what its caller knows already. */
export interface TaylorOptions {
  /** The highest power. Default 20. */
  readonly order?: number;
  /** Radius of convergence: handed on to the expansion, never guessed. */
  readonly radius?: number;
}

/**
 * Expands a function around a point.
 *
 * ```ts
 * import { exp, polynomialAt, taylor } from 'unrolled';
 * const e = taylor((x) => exp(x), 0);
 * e.coefficients.slice(0, 4) // → [1, 1, 0.5, 0.16666666666666666]
 * polynomialAt(e, 0.5, 2) // → 1.625
 * ```
 *
 * @param f an expression of a traced scalar; a number stands for a constant
 */
export function taylor(f: Traceable, at: number, { order = 20, radius }: TaylorOptions = {}): Expansion {
  const program = trace({ x: { shape: [], kind: 'data' } }, ({ x }) => {
    const y = f(x!);
    return { y: typeof y === 'number' ? fill(x!, y, []) : y };
  });
  const coefficients = coefficientsOf(program, 'y', jets(program, { x: at }, { seed: { x: 1 }, order }));
  return { program, at, coefficients, ...(radius !== undefined && { radius }) };
}

/** The polynomial of a degree (default: all that is known) at x, in Horner's form. */
export function polynomialAt({ at, coefficients }: Expansion, x: number, degree = coefficients.length - 1): number {
  const u = x - at;
  return coefficients.slice(0, degree + 1).reduceRight((sum, c) => sum * u + c, 0);
}

/** The function itself at x. */
export const functionAt = ({ program }: Expansion, x: number): number =>
  output(program, run(program, { x }), 'y').data[0]!;

/** f(x) − P(x). */
export const remainderAt = (expansion: Expansion, x: number, degree?: number): number =>
  functionAt(expansion, x) - polynomialAt(expansion, x, degree);

/** Whether the series converges to something at x; undefined on the edge, and where no radius is known. */
export function convergesAt({ at, radius }: Expansion, x: number): boolean | undefined {
  const distance = Math.abs(x - at);
  return radius === undefined || distance === radius ? undefined : distance < radius;
}

/**
 * The order of the remainder after a degree: the power of the next coefficient that is not 0. The remainder of degree 1
 * of the sine at 0 is of order 3. Undefined when all further coefficients that are known are 0.
 *
 * A coefficient counts as 0 when it is below 1e-13 of both its neighbours, which is what rounding leaves of a 0.
 */
export function remainderOrder({ coefficients }: Expansion, degree: number): number | undefined {
  const size = (k: number) => Math.abs(coefficients[k] ?? 0);
  const isZero = (k: number) => size(k) <= 1e-13 * Math.max(size(k - 1), size(k + 1));
  const order = coefficients.findIndex((_, k) => k > degree && !isZero(k));
  return order < 0 ? undefined : order;
}

/** How fast a remainder falls on the way to the point of expansion. */
export interface RemainderSlope {
  /** |x − at| and |f(x) − P(x)|, from far to near. */
  readonly points: readonly { readonly distance: number; readonly size: number }[];
  /**
   * The slope of the nearest points on paper with both axes logarithmic: the order of the remainder. NaN with fewer than
   * two points: the polynomial is then exact, as far as can be seen.
   */
  readonly slope: number;
}

/**
 * The remainder at shrinking distances, and its slope. Points whose remainder is mostly rounding are left out.
 *
 * @param from the largest distance; default half the radius of convergence, or 1
 * @param fitted how many of the nearest points the slope is fitted to
 */
export function remainderSlope(
  expansion: Expansion,
  degree: number,
  { from = Math.min(1, (expansion.radius ?? 2) / 2), fitted = 4 } = {},
): RemainderSlope {
  const points = [];
  for (let distance = from, k = 0; k < 60; k++, distance *= Math.SQRT1_2) {
    const x = expansion.at + distance;
    const size = Math.abs(remainderAt(expansion, x, degree));
    const rounding = 2.3e-16 * Math.abs(functionAt(expansion, x));
    if (size > 1e4 * rounding) points.push({ distance, size });
  }
  return { points, slope: fittedSlope(points.slice(-fitted).map((p) => [log(p.distance), log(p.size)])) };
}

/** Least squares. */
function fittedSlope(points: readonly (readonly number[])[]): number {
  const mean = (k: number) => points.reduce((sum, p) => sum + p[k]!, 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, p) => sum + (p[0]! - x) * (p[0]! - x), 0);
  return points.reduce((sum, p) => sum + (p[0]! - x) * (p[1]! - y), 0) / over;
}
