/**
 * An unrolled network whose state is cut between two steps: the next step reads a constant copy (`detach`: values as
 * before, gradients stop), or starts afresh (`reset`: it reads the initial state again).
 */
import { atStep, type OpEquation, type Program } from '../program.ts';
import { unroll } from '../unroll.ts';
import { recurrenceOf } from './recurrence.ts';

export type CutKind = 'detach' | 'reset';

/**
 * Unrolls a network and cuts it after each of the steps in `after`.
 *
 * @param program a network with its scan
 * @param after steps from 1 to T − 1; others cut nothing
 */
export function cut(program: Program, after: readonly number[], kind: CutKind): Program {
  const { states, scan } = recurrenceOf(program);
  const unrolled = unroll(program);
  const boundaries = new Set(after.filter((step) => step >= 1 && step < scan.length));
  const shapes = new Map(states.map(({ symbol, shape }) => [symbol, shape]));
  const equations: OpEquation[] = [];
  let reached = 0;
  for (const equation of unrolled.equations as readonly OpEquation[]) {
    const { step = 0 } = equation;
    const isFirst = step > reached;
    reached = Math.max(reached, step);
    const isCut = boundaries.has(step - 1);
    if (isCut && isFirst && kind === 'detach')
      for (const { symbol, after: next } of states)
        equations.push(detached(symbol, atStep(next, step - 1), shapes.get(symbol)!, step - 1));
    const source = new Map(
      states.map(({ after: next, initial }) => {
        const name = atStep(next, step - 1);
        return [name, kind === 'detach' ? detachedName(name) : initial];
      }),
    );
    equations.push(
      isCut ? { ...equation, inputs: equation.inputs.map((x) => source.get(x as string) ?? x) } : equation,
    );
  }
  return { ...unrolled, equations };
}

const detachedName = (name: string): string => `detach(${name})`;

const detached = (symbol: string, input: string, shape: OpEquation['shape'], step: number): OpEquation => ({
  ...{ op: 'detach', name: detachedName(input), inputs: [input], shape, symbol: `detach(${symbol})` },
  ...{ t: step, step, named: false, role: 'value' },
});
