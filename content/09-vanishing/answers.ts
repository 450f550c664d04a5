/**
 * The answers of the chapter's exercises and predictions, right and wrong ones, as the engine computes them: nothing is
 * typed in.
 */
import { type Cell, network, rnnIdentity, rnnLogistic, throughTime } from 'unrolled';
import { causesOf } from '../../src/widgets/vanishing/causes.ts';
import { pathOf, START as WALL } from '../../src/widgets/vanishing/cliff/model.ts';
import { examples } from '../../src/widgets/vanishing/examples.ts';
import { frameOf } from '../../src/widgets/vanishing/lags/model.ts';
import { mapOf } from '../../src/widgets/vanishing/model.ts';
import type { VanishingState } from '../../src/widgets/vanishing/state.ts';

/** ∂h_T/∂h_0 of one unit that reads nothing. */
export function gradient(
  cell: Cell,
  { w, b = 0, h_0 = 0, T }: { w: number; b?: number; h_0?: number; T: number },
): number {
  const program = network(cell, { X: 1, H: 1, Y: 1, T, loss: 'mse' });
  const silence = Array.from({ length: T }, () => [0]);
  const weights = { W_hh: [[w]], W_xh: [[0]], b_h: [b], W_hy: [[1]], b_y: [0] };
  const given = { ...weights, h_0: [h_0], x: silence, target: silence };
  return throughTime.jacobianBetween(throughTime.stateJacobians(program, given), 0, T).data[0]!;
}

/** w = 0.9 over 50 steps. */
export const decay = {
  right: gradient(rnnIdentity, { w: 0.9, T: 50 }),
  oneLess: gradient(rnnIdentity, { w: 0.9, T: 49 }),
  times: 0.9 * 50,
};

/** w = 1.1 over 50 steps. */
export const growth = { right: gradient(rnnIdentity, { w: 1.1, T: 50 }), times: 1.1 * 50, simple: 1 + 0.1 * 50 };

/** The slope of the logistic function at 0, ten times, with w = 1: from h = 0.5 and with b = −0.5 every sum is 0. */
export const quarter = {
  right: gradient(rnnLogistic, { w: 1, b: -0.5, h_0: 0.5, T: 10 }),
  times: 10 * 0.25,
  half: 0.5 ** 10,
};

/** The weight at which a logistic unit held at 0 leaves a gradient as it is. */
export const least = 1 / gradient(rnnLogistic, { w: 1, b: -0.5, h_0: 0.5, T: 1 });

const lookAt = (state: VanishingState) => causesOf(mapOf('rnn', state), state.t, state.k).links.at(-1)!;

/** What Figure 1 shows at its place. */
export const eight = lookAt(examples['eight-units']);
/** What one tanh unit with w = 1.5 does from 0 and from 0.5. */
export const edge = lookAt(examples['on-the-edge']);
export const latched = lookAt(examples.latched);
/** Share of the five nearest lags. */
export const nearest = {
  half: frameOf({ activation: 'identity', w: 0.5, T: 20 }).near,
  most: frameOf({ activation: 'identity', w: 0.9, T: 20 }).near,
};
/** The descent of the last figure: on the wall, and one update later. */
export const wall = { on: pathOf(WALL).at(-1)!, after: pathOf({ ...WALL, updates: WALL.updates + 1 }).at(-1)! };

/** A number for a sentence, as TeX: 1.7 \cdot 10^{-5}. */
export function scientific(x: number, digits = 2): string {
  const [mantissa, exponent] = x.toExponential(digits - 1).split('e');
  return `${mantissa} \\cdot 10^{${Number(exponent)}}`;
}

/** Digits after the point, with a real minus sign. */
export const digits = (x: number, places = 4): string => x.toFixed(places).replace('-', '−');
