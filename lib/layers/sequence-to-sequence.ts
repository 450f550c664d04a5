/**
 * An encoder–decoder with attention (Sutskever 2014; Bahdanau, Cho & Bengio 2015): the encoder reads the source, the
 * decoder writes the target a step at a time, asking the encodings before each.
 */

import type { Var } from '../builder.ts';
import type { Cell, Shapes, Vars } from '../cells/cell.ts';
import { type LossName, losses } from '../losses.ts';
import { add, concat, last, matvec, sumTime } from '../ops.ts';
import type { Program } from '../program.ts';
import { scan } from '../scan.ts';
import { type InputSpec, trace } from '../trace.ts';
import { type Attended, additiveAttention, additiveKeys, additiveParameters, dotAttention } from './attention.ts';
import { outputWidth, recurrentStack, stackParameters, stackStates } from './recurrent.ts';

/** Sizes and choices of an encoder–decoder. */
export interface SequenceToSequence {
  /** Source width, target width, hidden units. */
  readonly X: number;
  readonly Y: number;
  readonly H: number;
  /** Source and target lengths. */
  readonly S: number;
  readonly T: number;
  readonly attention: 'dot' | 'additive' | 'none';
  readonly loss: LossName;
}

const DECODER = 'd';
const named = (shapes: Shapes, suffix: string): Record<string, Shapes[string]> =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [`${name}^${suffix}`, shape]));

/** Parameters: the encoder's as its cell names them, the decoder's with `^d`, attention and readout. */
export function sequenceParameters(cell: Cell, { X, Y, H, attention }: SequenceToSequence): Shapes {
  const context = attention === 'none' ? 0 : H;
  return {
    ...stackParameters(cell, { X, H, Y }, {}),
    ...named(cell.parameters({ X: Y + context, H, Y }), DECODER),
    ...(attention === 'additive' ? additiveParameters(outputWidth({ H }, {}), H, H) : {}),
    W_hy: [Y, H + context],
    b_y: [Y],
  };
}

/**
 * Traces the whole network. Inputs: the parameters, initial encoder states, `x` [S, X], `before` [T, Y] (the target one
 * step earlier: teacher forcing) and `target` [T, Y]. Outputs: `L`, `y` [T, Y] and, with attention, `weights` [T, S].
 */
export function sequenceToSequence(cell: Cell, options: SequenceToSequence): Program {
  const { X, Y, H, S, T, attention, loss } = options;
  const states = stackStates(cell, { X, H, Y }, {});
  const shapes = Object.entries(sequenceParameters(cell, options));
  const inputs: InputSpec = {
    ...Object.fromEntries(shapes.map(([name, shape]) => [name, { shape, kind: 'parameter' as const }])),
    ...Object.fromEntries(
      Object.entries(states).map(([symbol, shape]) => [`${symbol}_0`, { shape, symbol, t: 0, kind: 'state' as const }]),
    ),
    x: { shape: [S, X], kind: 'data' },
    before: { shape: [T, Y], kind: 'data' },
    target: { shape: [T, Y], kind: 'data' },
  };
  return trace(inputs, (given) => {
    const { x, before, target, ...parameters } = given as Vars;
    const initial = Object.fromEntries(Object.keys(states).map((symbol) => [symbol, parameters[`${symbol}_0`]!]));
    const encoded = recurrentStack(cell, {}, { x: x!, parameters, initial });
    const encodings = encoded.out!;
    const keys = attention === 'additive' ? additiveKeys(parameters, encodings) : undefined;
    const attend = (query: Var): Attended | undefined =>
      attention === 'none'
        ? undefined
        : keys
          ? additiveAttention(parameters, keys, encodings, query)
          : dotAttention(encodings, query);
    const own = Object.fromEntries(
      Object.keys(cell.parameters({ X, H, Y })).map((name) => [name, parameters[`${name}^${DECODER}`]!]),
    );
    const start = Object.fromEntries(
      Object.keys(states).map((symbol) => [
        `${symbol}^${DECODER}`,
        encoded[symbol] ? last(encoded[symbol]) : initial[symbol]!,
      ]),
    );
    const step = (state: Vars, now: Vars): Vars => {
      const before_ = Object.fromEntries(Object.keys(states).map((symbol) => [symbol, state[`${symbol}^${DECODER}`]!]));
      const read = attend(before_.h!);
      const next = cell.step(own, before_, read ? concat(now.before!, read.context) : now.before!);
      const y = add(matvec(parameters.W_hy!, read ? concat(next.h!, read.context) : next.h!), parameters.b_y!);
      const values = Object.fromEntries(Object.entries(next).map(([key, value]) => [`${key}^${DECODER}`, value]));
      return {
        ...values,
        ...(read && { weights: read.weights, context: read.context }),
        y,
        l: losses[loss](y, now.target!),
      };
    };
    const decoded = scan(start, { before: before!, target: target! }, step);
    return { ...decoded, h: encodings, L: sumTime(decoded.l!) };
  });
}
