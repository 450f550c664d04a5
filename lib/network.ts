/**
 * A cell run over a sequence, with a readout and a loss: the program that is stepped, printed and trained.
 */
import type { Cell, Shapes, Sizes, Vars } from './cells/cell.ts';
import { readout } from './cells/readout.ts';
import { type Loss, type LossName, losses } from './losses.ts';
import { last, select, softmax, spread, sumTime } from './ops.ts';
import type { Program } from './program.ts';
import { scan } from './scan.ts';
import { type InputSpec, trace } from './trace.ts';

/** What a network over time needs beside its cell: the extents, how many steps there are, and what is to be small. */
export interface NetworkOptions extends Sizes {
  /** Number of time steps. */
  readonly T: number;
  /** The loss of one step, by its name in `losses`. */
  readonly loss: LossName;
  /** Whether every step has a loss (L = Σ_t l_t) or only the last (L = l_T). */
  readonly lossAt?: 'every' | 'last';
  /**
   * Lets a step read the output of the one before it, y_{t−1} or its softmax, where the input `forced` [T] is 0; where it
   * is 1 the step reads x_t. Needs X = Y. (Teacher forcing, free running, scheduled sampling; masks: `forcingMask`.)
   */
  readonly feedback?: 'y' | 'softmax';
}

/** Whether a cell's output y is computed inside it. */
const hasReadout = (cell: Cell, sizes: Sizes): boolean => 'W_hy' in cell.parameters(sizes);

/** Parameters of a cell with its readout y_t = W_hy h_t + b_y, by symbol. */
export const parametersOf = (cell: Cell, sizes: Sizes): Shapes => ({
  ...cell.parameters(sizes),
  ...(!hasReadout(cell, sizes) && { W_hy: [sizes.Y, sizes.H], b_y: [sizes.Y] }),
});

/** One time step of a network: the cell, its readout, its loss. */
const timeStep =
  (cell: Cell, loss: Loss, feedback?: NetworkOptions['feedback']) =>
  (parameters: Vars, state: Vars, { x, target, forced }: Vars): Vars => {
    const u = feedback && select(spread(forced!, x!.shape), x!, feedback === 'y' ? state.y! : softmax(state.y!));
    const next = cell.step(parameters, state, u ?? x!);
    if (!next.y && !next.h) throw new TypeError(`${cell.name} returns neither h nor y, so nothing to read out`);
    const y = next.y ?? readout(parameters, next.h!);
    const l = loss(y, target!);
    return { ...(u && { u }), ...next, y, l };
  };

/**
 * Traces a network. Inputs: the parameters, the initial state (`h_0`), `x` [T, X] and `target` [T, Y].
 * Outputs: `L`, and stacked over time everything that a step computes (`a`, `h`, `y`, `l`).
 * With feedback the state has `y` too (input `y_0`), and what a step read is `u`.
 */
export function network(cell: Cell, { T, loss, lossAt = 'every', feedback, ...sizes }: NetworkOptions): Program {
  if (!Object.hasOwn(losses, loss))
    throw new RangeError(`no loss ${loss}; there are ${Object.keys(losses).join(', ')}`);
  const state = { ...cell.state(sizes), ...(feedback && { y: [sizes.Y] }) };
  const inputs: InputSpec = {
    ...mapShapes(parametersOf(cell, sizes), (shape, name) => [name, { shape, kind: 'parameter' as const }]),
    ...mapShapes(state, (shape, symbol) => [`${symbol}_0`, { shape, symbol, t: 0, kind: 'state' as const }]),
    x: { shape: [T, sizes.X], kind: 'data' },
    target: { shape: [T, sizes.Y], kind: 'data' },
    ...(feedback && { forced: { shape: [T], kind: 'data' } }),
  };
  return trace(inputs, (given) => {
    const { x, target, forced, ...rest } = given as Vars;
    const initial = mapShapes(state, (_, symbol) => [symbol, rest[`${symbol}_0`]!]);
    const step = timeStep(cell, losses[loss], feedback);
    const sequences = { x: x!, target: target!, ...(forced && { forced }) };
    const { l, ...stacked } = scan(initial, sequences, (carried, now) => step(rest, carried, now));
    return { ...stacked, l: l!, L: lossAt === 'every' ? sumTime(l!) : last(l!) };
  });
}

const mapShapes = <V>(shapes: Shapes, f: (shape: Shapes[string], name: string) => [string, V]): Record<string, V> =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => f(shape, name)));
