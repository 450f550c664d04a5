/**
 * Recurrent layers: a cell run over a sequence, in layers, in both directions, with padding masked and dropout between.
 * Each layer and direction is a scan of its own. A single forward layer is what `network` runs.
 */

import type { Var } from '../builder.ts';
import type { Cell, Shapes, Sizes, Vars } from '../cells/cell.ts';
import { concat, mul, select, spread } from '../ops.ts';
import { scan } from '../scan.ts';

/** How many layers a stack has, and whether it reads both ways; one layer, forward, unless told. */
export interface Depth {
  readonly layers?: number;
  /** Each layer reads the sequence forward and backward and joins both states: [H] + [H]. */
  readonly bidirectional?: boolean;
}

/** One scan of a stack. */
export interface StackLane {
  /** The layer, from 1. */
  readonly layer: number;
  /** Whether it reads the sequence backward. */
  readonly reverse: boolean;
  /** What is put behind its symbols: nothing for a single layer, else `^1`, `^2f`, `^2b`. */
  readonly suffix: string;
}

/**
 * The scans of a stack, layer by layer and forward first: the order of its parameters.
 *
 * ```ts
 * import { stackLanes } from 'unrolled';
 * stackLanes({ layers: 2, bidirectional: true }).map(({ suffix }) => suffix) // → [ '^1f', '^1b', '^2f', '^2b' ]
 * ```
 *
 * @throws RangeError when the number of layers is not a whole number of at least 1
 */
export function stackLanes({ layers = 1, bidirectional = false }: Depth): StackLane[] {
  if (!Number.isInteger(layers) || layers < 1) throw new RangeError(`a stack has at least 1 layer, not ${layers}`);
  return Array.from({ length: layers }, (_, k) => k + 1).flatMap((layer) =>
    (bidirectional ? [false, true] : [false]).map((reverse) => ({
      layer,
      reverse,
      suffix: bidirectional ? `^${layer}${reverse ? 'b' : 'f'}` : layers > 1 ? `^${layer}` : '',
    })),
  );
}

/** Width of what a stack gives out at each step. */
export const outputWidth = ({ H }: Pick<Sizes, 'H'>, { bidirectional = false }: Depth): number =>
  bidirectional ? 2 * H : H;

/** Parameters of all layers, `W_hh^2b` being W_hh of layer 2, backward; the input width of layer ℓ > 1 is the output width below. */
export function stackParameters(cell: Cell, sizes: Sizes, depth: Depth): Shapes {
  const width = outputWidth(sizes, depth);
  return join(stackLanes(depth), ({ layer, suffix }) =>
    suffixed(cell.parameters({ ...sizes, X: layer === 1 ? sizes.X : width }), suffix),
  );
}

/** Initial states of all layers, by symbol: `h^2b`. */
export const stackStates = (cell: Cell, sizes: Sizes, depth: Depth): Shapes =>
  join(stackLanes(depth), ({ suffix }) => suffixed(cell.state(sizes), suffix));

/** What a stack of recurrent layers reads. */
export interface StackInputs {
  /** The sequence [T, X]. */
  readonly x: Var;
  readonly parameters: Vars;
  /** Initial states, as `stackStates` names them. */
  readonly initial: Vars;
  /** [T]: 1 where the sequence goes on, 0 where it is padding; there the state is kept. */
  readonly mask?: Var | undefined;
  /** By layer (from 1): what multiplies its output before the next, [T, H] (drawn per step) or [H] (one for all steps). */
  readonly dropout?: Readonly<Record<number, Var>> | undefined;
}

/**
 * Runs a stack of recurrent layers. Returns every value of every layer, stacked over time under its suffixed symbol,
 * and under `out` the top layer's output [T, H] ([T, 2H] in both directions; Schuster & Paliwal 1997).
 */
export function recurrentStack(cell: Cell, depth: Depth, { x, parameters, initial, mask, dropout }: StackInputs): Vars {
  const all: Vars = {};
  let below = x;
  for (let layer = 1; layer <= (depth.layers ?? 1); layer++) {
    const outputs = stackLanes(depth)
      .filter((lane) => lane.layer === layer)
      .map((lane) => {
        const values = runLane(cell, lane, below, parameters, initial, mask);
        Object.assign(all, values);
        return values[`h${lane.suffix}`] ?? values[`y${lane.suffix}`]!;
      });
    const joined = outputs.length === 1 ? outputs[0]! : joinDirections(outputs as [Var, Var], layer);
    const drop = layer < (depth.layers ?? 1) ? dropout?.[layer] : undefined;
    below = drop ? dropped(joined, drop, layer) : joined;
  }
  return { ...all, out: below };
}

function runLane(
  cell: Cell,
  { reverse, suffix }: StackLane,
  x: Var,
  parameters: Vars,
  initial: Vars,
  mask?: Var,
): Vars {
  const own = (record: Vars): Vars =>
    Object.fromEntries(
      Object.entries(record).flatMap(([key, value]) =>
        key.endsWith(suffix) ? [[key.slice(0, key.length - suffix.length), value]] : [],
      ),
    );
  const states = Object.fromEntries(Object.entries(own(initial)).filter(([key]) => !key.includes('^')));
  const weights = own(parameters);
  const step = (state: Vars, now: Vars): Vars => {
    const before = own(state);
    const next = cell.step(weights, before, now[`x${suffix}`]!);
    const m = now[`m${suffix}`];
    return suffixed(m ? { ...next, ...keepWherePadded(before, next, m) } : next, suffix);
  };
  const xs = { [`x${suffix}`]: x, ...(mask && { [`m${suffix}`]: mask }) };
  return scan(suffixed(states, suffix), xs, step, { reverse });
}

/**
 * The states after a step that may be padding: s_t where the mask m (a scalar) is 1, s_{t−1} where it is 0. By symbol, as
 * `before` has them; `next` is what the cell's step returned.
 */
export const keepWherePadded = (before: Vars, next: Vars, m: Var): Vars =>
  Object.fromEntries(Object.entries(before).map(([key, old]) => [key, select(spread(m, old.shape), next[key]!, old)]));

const joinDirections = ([forward, backward]: [Var, Var], layer: number): Var =>
  scan({}, { f: forward, b: backward }, (_, { f, b }) => ({ [`u^${layer}`]: concat(f!, b!) }))[`u^${layer}`]!;

const dropped = (values: Var, mask: Var, layer: number): Var => {
  const perStep = mask.shape.length === 2;
  const xs: Vars = { v: values, ...(perStep && { d: mask }) };
  return scan({}, xs, (_, { v, d }) => ({ [`v^${layer}`]: mul(v!, perStep ? d! : mask) }))[`v^${layer}`]!;
};

const suffixed = <V>(record: Readonly<Record<string, V>>, suffix: string): Record<string, V> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [`${key}${suffix}`, value]));

const join = (lanes: readonly StackLane[], of: (lane: StackLane) => Shapes): Shapes =>
  Object.assign({}, ...lanes.map(of));
