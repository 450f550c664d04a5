/**
 * Reverse mode, source to source: from a program that computes a scalar, the program that also
 * computes its gradients. Each equation of it knows the forward equation it comes from, the value it
 * differentiates by, and the gradient that arrived. Nothing here is a number; run it to get those.
 *
 * The chain rule is written as it is taught: upstream gradient × local derivative, and a sum where
 * gradients meet. (Werbos 1990; Griewank & Walther 2008, ch. 3.)
 */
import { Chain } from './chain.ts';
import type { Input, Name, Program } from './program.ts';
import { RULES, type Rules } from './rules.ts';

export interface BackwardOptions {
  /** The scalar output to differentiate. Default `L`. */
  readonly of?: string;
  /** The inputs to differentiate by. Default: every parameter and initial state. */
  readonly wrt?: readonly Name[];
  /** By what rules. Default: those of calculus. Others are for showing what goes wrong. */
  readonly rules?: Rules;
}

/**
 * Appends the chain-rule equations to a program. The result has the outputs of the program and,
 * for each name in `wrt`, an output `dL/d…`; `gradients` tells the gradient of every value on the way.
 *
 * @throws TypeError when `of` is no output, is not a scalar, or a name in `wrt` is no input
 */
export function backward(program: Program, { of = 'L', wrt, rules = RULES }: BackwardOptions = {}): Program {
  const objective = program.outputs[of];
  if (!objective)
    throw new TypeError(`no output ${of} to differentiate; there are ${Object.keys(program.outputs).join(', ')}`);
  const by = wrt ?? program.inputs.filter(({ kind }) => kind !== 'data').map(({ name }) => name);
  for (const name of by) {
    if (!program.inputs.some((input) => input.name === name)) throw new TypeError(`${name} is no input of the program`);
  }
  const parameters = program.inputs.filter(({ name, kind }) => kind === 'parameter' && by.includes(name));
  const started = rules.start === 'before' ? parameters.map(({ name }) => name) : [];
  const incoming = new Map([objective, ...started].map((name) => [name, 1]));
  const chain = new Chain(program, of, new Set(by), incoming, rules);
  if (chain.shapeOf(objective).length > 0) throw new TypeError(`${of} is not a scalar`);
  const before = started.map((name): Input => {
    const standing = `${chain.gradientName(name)} before`;
    chain.enter(name, standing);
    return { name: standing, symbol: standing, shape: chain.shapeOf(name), kind: 'data' };
  });
  chain.seed(objective);
  chain.walk();
  const gradients = Object.fromEntries(chain.gradients);
  const wanted = by.map((name) => [chain.gradientName(name), gradients[name] ?? chain.zero(name)]);
  return {
    inputs: [...program.inputs, ...before],
    equations: [...program.equations.map((equation) => chain.replacement(equation)), ...chain.equations],
    outputs: { ...program.outputs, ...Object.fromEntries(wanted) },
    gradients,
  };
}
