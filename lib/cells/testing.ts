/**
 * Numbers from PyTorch and Keras in float64, as the tests of layouts and of stacks read them. Not part of the library.
 */
import { sizeOf, type Tensor, type TensorLike, tensor } from '../tensor.ts';
import type { Cell, Weights } from './cell.ts';
import { gruKeras, gruKerasBefore, gruPytorch } from './gru.ts';
import type { Arrays } from './layouts.ts';
import { secondBias } from './library-form.ts';
import { lstm } from './lstm.ts';
import { rnn, rnnRelu } from './rnn.ts';

/** What a case of either library has. Inputs, targets, outputs and losses are one of each per example. */
export interface Case {
  readonly name: string;
  readonly sizes: { readonly X: number; readonly H: number; readonly T: number; readonly N: number };
  readonly layers: number;
  readonly directions: number;
  readonly x: TensorLike[];
  readonly target: TensorLike[];
  readonly output: TensorLike[];
  readonly L: number[];
}

export interface TorchCase extends Case {
  readonly module: 'LSTM' | 'GRU' | 'RNN';
  readonly nonlinearity?: 'tanh' | 'relu';
  readonly weights: Arrays;
  readonly gradients: Readonly<Record<string, TensorLike>>;
}

export interface KerasCase extends Case {
  readonly layer: 'LSTM' | 'GRU' | 'SimpleRNN';
  readonly reset_after?: boolean;
  /** Numbers in all weights. */
  readonly count: number;
}

export const torchCell = ({ module, nonlinearity }: TorchCase): Cell =>
  ({ LSTM: lstm, GRU: gruPytorch, RNN: nonlinearity === 'relu' ? rnnRelu : rnn })[module];

export const kerasCell = ({ layer, reset_after }: KerasCase): Cell =>
  ({ LSTM: lstm, GRU: reset_after ? gruKeras : gruKerasBefore, SimpleRNN: rnn })[layer];

/** A bias that stands beside another has the same gradient. */
export const withSecondBiases = (gates: readonly string[], gradients: Weights): Weights => ({
  ...Object.fromEntries(gates.map((gate) => [secondBias(gate), gradients[`b_${gate}`]!])),
  ...gradients,
});

/** The sum over examples. */
export const total = (parts: readonly Tensor[]): Tensor => ({
  shape: parts[0]!.shape,
  data: parts[0]!.data.map((_, k) => parts.reduce((sum, { data }) => sum + data[k]!, 0)),
});

/** Of the differences of two tensors of one shape the largest, as a part of the largest number (but of 0.001 at least). */
export function relativeDistance(actual: TensorLike, expected: TensorLike): number {
  const [a, b] = [tensor(actual), tensor(expected)];
  if (String(a.shape) !== String(b.shape) || sizeOf(a.shape) === 0) return Number.POSITIVE_INFINITY;
  const size = b.data.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-3);
  return a.data.reduce((most, x, k) => Math.max(most, Math.abs(x - b.data[k]!) / size), 0);
}
