/**
 * What an optimiser is: the equations of one update, written like those of a cell. Its state is the parameter itself and
 * what it remembers of past gradients; its input is the gradient. Everything is element by element, so one definition
 * serves every shape, and the formula on the page is that of a single weight. Not the loop around it: `update.ts`.
 */

import { Builder, labelsFor, type Var } from '../builder.ts';
import type { Vars } from '../cells/cell.ts';
import { add, scale } from '../ops.ts';
import { type Program, relative } from '../program.ts';
import type { Shape } from '../tensor.ts';
import { formulas, type StepFormula, type TexOptions } from '../tex.ts';

/** An optimiser: the equations of one update of one parameter, as a cell is those of one step. */
export interface Optimizer<S extends string = string, H extends string = string> {
  readonly id: string;
  readonly name: string;
  /** BibTeX key of the paper that it follows. */
  readonly paper: string;
  /** What it remembers of each parameter: values of the parameter's shape, 0 before the first update. */
  readonly state: readonly S[];
  /** Its hyperparameters (scalars), with usual values. */
  readonly hyper: Readonly<Record<H, number>>;
  /**
   * One update. `w` is the parameter, `g` its gradient, `t` counts the updates from 1. Every value that it returns is
   * named by its key; `w` and those of `state` are carried on.
   */
  step(values: Record<'w' | 'g' | S, Var>, hyper: Record<'t' | H, Var>): Record<'w' | S, Var> & Vars;
}

/**
 * An optimiser's update of a parameter of some shape as a program. Inputs: `w[t-1]` and the state (`v[t-1]`), `g[t]`, the
 * hyperparameters, and `t` if it is used. Outputs by symbol: `w`, the state, and whatever else `step` returns.
 *
 * ```ts
 * import { momentum, optimizerProgram, print } from 'unrolled';
 * print(optimizerProgram(momentum, [])).split('\n').at(-1) // → w[t] = w[t-1] − η·v[t]
 * ```
 */
export function optimizerProgram({ state, hyper, step }: Optimizer, shape: Shape): Program {
  const builder = new Builder();
  const carried = ['w', ...state].map((symbol) => {
    const kind = symbol === 'w' ? 'parameter' : 'state';
    return [symbol, builder.input({ name: relative(symbol, -1), symbol, t: -1, shape, kind })] as const;
  });
  const g = builder.input({ name: relative('g'), symbol: 'g', t: 0, shape, kind: 'data' });
  const scalars = [...Object.keys(hyper), 't'].map(
    (symbol) => [symbol, builder.input({ name: symbol, symbol, shape: [], kind: 'data' })] as const,
  );
  const returned = step(
    { ...Object.fromEntries(carried), g } as Vars & { w: Var; g: Var },
    Object.fromEntries(scalars),
  );
  const { equations, rename } = builder.finish(labelsFor(returned, builder, true), { t: 0 });
  const usesTime = builder.equations.some((equation) => 'inputs' in equation && equation.inputs.includes('t'));
  return {
    inputs: builder.inputs.filter(({ name }) => name !== 't' || usesTime),
    equations,
    outputs: Object.fromEntries(Object.entries(returned).map(([symbol, { id }]) => [symbol, rename(id)])),
  };
}

/** The named equations of one update as TeX, for a single weight: `w_{t} = w_{t-1} - η\,g_{t}`. */
export const optimizerTex = (optimizer: Optimizer, options: TexOptions = {}): StepFormula[] =>
  formulas(optimizerProgram(optimizer, []), options);

/**
 * The optimiser on L + ½λ‖w‖²: λw joins the gradient, and with it whatever the optimiser remembers. `weight_decay` of
 * PyTorch's optimisers is this λ, but for `AdamW` (Loshchilov & Hutter 2019 on the difference).
 *
 * @throws TypeError for an optimiser that has a λ of its own
 */
export function withL2<S extends string, H extends string>(
  optimizer: Optimizer<S, H>,
  lambda = 0.01,
): Optimizer<S, H | 'λ'> {
  if ('λ' in optimizer.hyper) throw new TypeError(`${optimizer.name} has a λ of its own`);
  return {
    ...optimizer,
    ...{ id: `${optimizer.id}-l2`, name: `${optimizer.name} with L2` },
    hyper: { ...optimizer.hyper, λ: lambda } as Record<H | 'λ', number>,
    step: (values, hyper) => optimizer.step({ ...values, g: add(values.g, scale(hyper.λ, values.w)) }, hyper),
  };
}
