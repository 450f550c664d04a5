/** Programs that tests of layers share. Not part of the library. */
import type { Cell, Shapes, Sizes, Vars } from '../cells/cell.ts';
import type { Program } from '../program.ts';
import { type InputSpec, trace } from '../trace.ts';
import { type Depth, recurrentStack, stackParameters, stackStates } from './recurrent.ts';

export const asParameters = (shapes: Shapes): InputSpec =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, { shape, kind: 'parameter' }]));

/**
 * A stack over a sequence x [T, X], and what is made of its values.
 *
 * @param more inputs beside those of the stack; of these it reads `mask`, and `dropout` behind layer 1
 */
export function stackProgram(
  cell: Cell,
  depth: Depth,
  { T, ...sizes }: Pick<Sizes, 'X' | 'H'> & { readonly T: number },
  more: InputSpec,
  outputs: (all: Vars, given: Vars) => Vars,
): Program {
  const states = stackStates(cell, { ...sizes, Y: 1 }, depth);
  const inputs: InputSpec = {
    ...asParameters(stackParameters(cell, { ...sizes, Y: 1 }, depth)),
    ...Object.fromEntries(
      Object.entries(states).map(([symbol, shape]) => [`${symbol}_0`, { shape, symbol, t: 0, kind: 'state' }]),
    ),
    x: { shape: [T, sizes.X], kind: 'data' },
    ...more,
  };
  return trace(inputs, (given) => {
    const { x, mask, dropout, ...parameters } = given;
    const initial = Object.fromEntries(Object.keys(states).map((symbol) => [symbol, given[`${symbol}_0`]!]));
    return outputs(
      recurrentStack(cell, depth, { x: x!, parameters, initial, mask, dropout: dropout && { 1: dropout } }),
      given,
    );
  });
}
