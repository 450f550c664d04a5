/**
 * What a step in parameter space does to a loss, foretold by the first two terms of its Taylor series; and Taylor's
 * theorem as a check of a gradient.
 */
import { backward } from './backward.ts';
import { coefficientsOf, jets } from './jet.ts';
import type { Name, Program } from './program.ts';
import { type Given, InputError, output, run } from './run.ts';
import { sameShape, showShape, type Tensor, type TensorLike, tensor } from './tensor.ts';

/** A step δ by name of parameter; what is not named stays. */
export type Step = Readonly<Record<Name, TensorLike>>;

/** What a step δ was said to do to a loss, and did. ΔL ≈ `first` + `second`, with an error of order ‖δ‖³ where L is smooth. */
export interface StepPrediction {
  /** L(θ). */
  readonly loss: number;
  /** ∇L·δ. */
  readonly first: number;
  /** ½ δᵀHδ. */
  readonly second: number;
  /** L(θ + δ) − L(θ). */
  readonly actual: number;
}

/**
 * Foretells how a step changes the loss. Both terms come from one jet of order 2 along δ; no Hessian is made.
 *
 * ```ts
 * import { mul, predictStep, trace } from 'unrolled';
 * const program = trace({ w: { shape: [], kind: 'parameter' } }, ({ w }) => ({ L: mul(3, mul(w, w)) }));
 * predictStep(program, { w: 1 }, { w: -0.5 }) // → { loss: 3, first: -3, second: 0.75, actual: -2.25 }
 * ```
 */
export function predictStep(program: Program, given: Given, step: Step, of = 'L'): StepPrediction {
  const [loss, first, second] = coefficientsOf(program, of, jets(program, given, { seed: step, order: 2 }));
  const after = output(program, run(program, moved(given, step, 1)), of).data[0]!;
  return { loss: loss!, first: first!, second: second!, actual: after - loss! };
}

/** The step of gradient descent, −rate·∇L, by name of parameter. */
export function descentStep(program: Program, given: Given, rate: number, of = 'L'): Record<Name, Tensor> {
  const wrt = program.inputs.filter(({ kind }) => kind === 'parameter').map(({ name }) => name);
  const both = backward(program, { of, wrt });
  const values = run(both, given);
  return Object.fromEntries(
    wrt.map((name) => {
      const { shape, data } = output(both, values, `d${of}/d${name}`);
      return [name, { shape, data: data.map((g) => -rate * g) }];
    }),
  );
}

/** One line of `taylorTest`: h is half that of the line before. */
export interface TaylorTestRow {
  /** The factor of δ. */
  readonly h: number;
  /** |L(θ + hδ) − L(θ) − h·slope|. */
  readonly error: number;
  /** The error of the row before over this one: 4 when the slope is right and L curved, 2 when it is wrong. */
  readonly ratio: number;
}

/**
 * The Taylor test of a gradient: with the right slope along δ, what the first order leaves out is of order h², so halving
 * h divides it by 4; with a wrong slope only by 2. Unlike a difference quotient, it needs no step chosen with care.
 *
 * @param slope what is to be checked: the claimed ∇L·δ
 * @param h the first and largest factor of δ
 */
export function taylorTest(
  program: Program,
  given: Given,
  step: Step,
  slope: number,
  { h = 0.1, rows = 6, of = 'L' } = {},
): TaylorTestRow[] {
  const lossAt = (factor: number) => output(program, run(program, moved(given, step, factor)), of).data[0]!;
  const base = lossAt(0);
  const table: TaylorTestRow[] = [];
  for (let k = 0, factor = h; k < rows; k++, factor /= 2) {
    const error = Math.abs(lossAt(factor) - base - factor * slope);
    table.push({ h: factor, error, ratio: (table.at(-1)?.error ?? Number.NaN) / error });
  }
  return table;
}

const moved = (given: Given, step: Step, factor: number): Given => ({
  ...given,
  ...Object.fromEntries(
    Object.entries(step).map(([name, direction]) => {
      if (given[name] === undefined) throw new InputError(name, `no input ${name} to step from`);
      const { shape, data } = tensor(given[name]);
      const by = tensor(direction);
      if (!sameShape(shape, by.shape))
        throw new InputError(name, `step of ${name}: expected ${showShape(shape)}, got ${showShape(by.shape)}`);
      return [name, { shape, data: data.map((x, i) => x + factor * by.data[i]!) }];
    }),
  ),
});
