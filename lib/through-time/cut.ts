/**
 * An unrolled network whose state is cut between two steps: the next step reads a constant copy (`detach`: values as
 * before, gradients stop), or starts afresh (`reset`: it reads the initial state again).
 */
import { atStep, type Name, type OpEquation, type Operand, type Program } from '../program.ts';
import { unroll } from '../unroll.ts';
import { type Recurrence, recurrenceOf, type State } from './recurrence.ts';

/** How a state is cut: kept as a constant, or forgotten for the initial state. */
export type CutKind = 'detach' | 'reset';

/**
 * Unrolls a network and cuts it after each of the steps in `after`.
 *
 * @param program a network with its scan
 * @param after steps from 1 to T − 1; others cut nothing
 */
export function cut(program: Program, after: readonly number[], kind: CutKind): Program {
  const recurrence = recurrenceOf(program);
  const unrolled = unroll(program);
  const whole = unrolled.equations as readonly OpEquation[];
  const equations = cutsOf(recurrence, after).reduce(
    (list, step) => cutOnce(list, recurrence.states, step, kind),
    whole,
  );
  return { ...unrolled, equations };
}

const cutsOf = ({ scan }: Recurrence, after: readonly number[]): number[] =>
  [...new Set(after)].filter((step) => Number.isInteger(step) && step >= 1 && step < scan.length);

function cutOnce(list: readonly OpEquation[], states: readonly State[], step: number, kind: CutKind): OpEquation[] {
  const copies = states.map((state) => {
    const name = atStep(state.after, step);
    return { name, copy: kind === 'detach' ? `detach(${name})` : state.initial, state };
  });
  const taken = new Set(list.map(({ name }) => name));
  const renamed = new Map<Operand, Name>(copies.map(({ name, copy }) => [name, copy]));
  const read = (equation: OpEquation): OpEquation => {
    const name = equation.named ? equation.name : unused(rewritten(equation.name, copies), equation.name, taken);
    renamed.set(equation.name, name);
    return { ...equation, name, inputs: equation.inputs.map((input) => renamed.get(input) ?? input) };
  };
  const start = list.findIndex((equation) => equation.step === step + 1);
  return [
    ...list.slice(0, start),
    ...(kind === 'detach' ? copies.map(({ name, copy, state }) => detached(state, name, copy, step)) : []),
    ...list.slice(start).map((equation) => (equation.step === step + 1 ? read(equation) : equation)),
  ];
}

/** An expression's name with what it now reads: `W_hh·h_5` → `W_hh·detach(h_5)`. */
const rewritten = (expression: Name, copies: readonly { readonly name: Name; readonly copy: Name }[]): Name =>
  copies.reduce(
    (text, { name, copy }) => text.replace(new RegExp(`(?<!\\w)${name.replace(/\W/g, '\\$&')}(?!\\d)`, 'g'), copy),
    expression,
  );

function unused(wish: Name, before: Name, taken: Set<Name>): Name {
  let name = wish;
  while (name !== before && taken.has(name)) name += '′';
  taken.add(name);
  return name;
}

const detached = ({ symbol, shape }: State, input: Name, name: Name, step: number): OpEquation => ({
  ...{ op: 'detach', name, inputs: [input], shape, symbol: `detach(${symbol})` },
  ...{ t: step, step, named: false, role: 'value' },
});
