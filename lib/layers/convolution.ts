/**
 * A causal dilated convolution over time, for the comparison with recurrence (van den Oord 2016; Bai 2018).
 */

import type { Var } from '../builder.ts';
import type { Shapes } from '../cells/cell.ts';
import { add, delay, matvec } from '../ops.ts';
import { scan } from '../scan.ts';

/** Sizes of a causal convolution. */
export interface Convolution {
  readonly inputs: number;
  readonly outputs: number;
  /** Taps. */
  readonly kernel: number;
  readonly dilation: number;
}

/** `W_0` reads the present step, `W_1` the one `dilation` steps before, …; b [outputs]. */
export const convolutionParameters = ({ inputs, outputs, kernel }: Convolution): Shapes => ({
  ...Object.fromEntries(Array.from({ length: kernel }, (_, k) => [`W_${k}`, [outputs, inputs]])),
  b: [outputs],
});

/** y_t = Σ_k W_k x_{t − k·dilation} + b, with zeros before the sequence. x [T, inputs] → [T, outputs]. */
export function causalConvolution(parameters: Record<string, Var>, x: Var, { kernel, dilation }: Convolution): Var {
  if (!Number.isInteger(dilation) || dilation < 1)
    throw new RangeError(`a dilation is a whole number of steps, at least 1; got ${dilation}`);
  const taps = Array.from({ length: kernel }, (_, k) => k);
  const delayed = Object.fromEntries(taps.map((k) => [`x${k}`, k === 0 ? x : delay(x, k * dilation)]));
  const step = (_: unknown, now: Record<string, Var>) => ({
    y: add(...taps.map((k) => matvec(parameters[`W_${k}`]!, now[`x${k}`]!)), parameters.b!),
  });
  return scan({}, delayed, step).y!;
}

/** How many steps a stack of such layers sees: 1 + (kernel − 1) Σ dilations. */
export const receptiveField = (kernel: number, dilations: readonly number[]): number =>
  1 + (kernel - 1) * dilations.reduce((sum, d) => sum + d, 0);
