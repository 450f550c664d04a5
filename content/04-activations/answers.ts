/**
 * The answers of the chapter's exercises and predictions, right and wrong ones, as the engine computes them: nothing is
 * typed in.
 */
import { math } from 'unrolled';
import { examples } from '../../src/widgets/activations/examples.ts';
import { textOf } from '../../src/widgets/activations/known.ts';
import { frameOf, type ScalarFrame } from '../../src/widgets/activations/model.ts';
import { softmaxOf } from '../../src/widgets/activations/softmax.ts';
import type { ActivationsState } from '../../src/widgets/activations/state.ts';

const shown = (state: ActivationsState) => frameOf(state) as ScalarFrame;
const at = (name: Parameters<typeof textOf>[0], x: number) =>
  shown({ ...examples.logistic, f: textOf(name), x }).curves[0]!.probe.values;
const left = (name: Parameters<typeof textOf>[0], change: Partial<ActivationsState>) =>
  shown({ ...examples.logistic, f: textOf(name), view: 'repeated', ...change }).curves[0]!.chain.at(-1)!.gradient;

/** Value and slope of σ at 0, the steepest place; and its slope far out. */
export const logistic = {
  middle: at('logistic σ', 0)[0],
  steepest: at('logistic σ', 0)[1],
  at5: at('logistic σ', 5)[1],
  at1: at('logistic σ', 1)[1],
};
const edges = shown(examples.logistic).curves[0]!.zones;
/** From where on σ is saturated, by the threshold of the figure. */
export const saturatedFrom = edges.at(-1)!.from;

const compared = shown(examples['tanh-against-logistic']);
/** Where tanh′ = σ′, and where tanh = σ. */
export const crossing = { slopes: compared.comparison!.slopes.at(-1)!, values: compared.comparison!.values[0]! };
export const tanh = { steepest: at('tanh', 0)[1], at5: at('tanh', 5)[1] };

export const relu = { atMinus1: at('ReLU', -1)[1], at1: at('ReLU', 1)[1], leakyAtMinus1: at('leaky ReLU', -1)[1] };

/** What ten and fifty in a row leave of a change. */
export const row = {
  most: logistic.steepest ** 10,
  ten: left('logistic σ', { x: 1, layers: 10 }),
  tanhTen: left('tanh', { x: 1, layers: 10 }),
  tanhFifty: left('tanh', { x: 1, layers: 50 }),
  half: left('leaky ReLU', { x: -1, layers: 2 }),
  one: left('leaky ReLU', { x: -1, layers: 1 }),
};

const two = softmaxOf([0, math.log(3)]);
/** Softmax of 0 and ln 3. */
export const pair = { second: two.probabilities[1]!, byOther: two.jacobian[0]![1]!, byOwn: two.jacobian[0]![0]! };

/** Digits after the point, with a real minus sign. */
export const digits = (x: number, places = 4): string => x.toFixed(places).replace('-', '−');
/** A small number as 2.8 · 10⁻⁷ in TeX. */
export const power = (x: number): string => {
  const [mantissa, exponent] = x.toExponential(1).split('e');
  return `${mantissa} \\cdot 10^{${Number(exponent)}}`;
};
