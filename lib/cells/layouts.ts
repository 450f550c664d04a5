/**
 * The weights of a cell as PyTorch and Keras keep them, there and back. Both stack the gates of a layer into a few
 * arrays, in an order of their own (`libraries` of the cell). Not here: files, and the names of modules around a layer.
 */
import {
  type Shape,
  sameShape,
  showShape,
  sizeOf,
  type Tensor,
  type TensorLike,
  tensor,
  transposed,
  zeros,
} from '../tensor.ts';
import type { Cell, Weights } from './cell.ts';
import { libraryForm, secondBias } from './library-form.ts';

/** Arrays by the library's names. */
export type Arrays = Readonly<Record<string, TensorLike>>;

/**
 * A cell's weights from PyTorch's arrays for one layer and direction: `weight_ih_l0` [G·H, X], `weight_hh_l0` [G·H, H],
 * `bias_ih_l0` and `bias_hh_l0` [G·H], or none of the two (`bias=False`), which gives zeros.
 *
 * ```ts
 * import { fromPytorch, rnn } from 'unrolled';
 * const arrays = { weight_ih_l0: [[1], [2]], weight_hh_l0: [[3, 4], [5, 6]], bias_ih_l0: [7, 8], bias_hh_l0: [1, 1] };
 * fromPytorch(rnn, arrays).b_h.data // → [8, 9]
 * ```
 *
 * @param suffix the layer and direction in PyTorch's names, such as `l1_reverse`
 * @throws RangeError when PyTorch has no such cell, or an array is missing or misshapen
 */
export function fromPytorch(cell: Cell, arrays: Arrays, suffix = 'l0'): Weights {
  const { gates } = libraryForm(cell, 'pytorch');
  const read = reader(arrays);
  if (arrays[`weight_hr_${suffix}`])
    throw new RangeError(`weight_hr_${suffix}: an LSTM with projections is not supported`);
  const [G, H] = [gates.length, read(`weight_hh_${suffix}`).shape[1] ?? 0];
  const W_h = read(`weight_hh_${suffix}`, [G * H, H]);
  const W_x = read(`weight_ih_${suffix}`, [G * H, undefined]);
  const hasBias = `bias_ih_${suffix}` in arrays || `bias_hh_${suffix}` in arrays;
  const biases = ['ih', 'hh'].map((part) => (hasBias ? read(`bias_${part}_${suffix}`, [G * H]) : zeros([G * H])));
  return unstacked(cell, gates, { W_h, W_x, biases });
}

/**
 * PyTorch's four arrays for a cell's weights. Of its two biases the first holds ours and the second zeros, but for the
 * n of a GRU, whose second is b_hn.
 */
export function toPytorch(cell: Cell, weights: Weights, suffix = 'l0'): Record<string, Tensor> {
  const { gates } = libraryForm(cell, 'pytorch');
  const { W_h, W_x, biases } = stacked(gates, weights);
  const [ih, hh] = biases as [Tensor, Tensor];
  return Object.fromEntries(
    Object.entries({ weight_ih: W_x, weight_hh: W_h, bias_ih: ih, bias_hh: hh }).map(([key, array]) => [
      `${key}_${suffix}`,
      array,
    ]),
  );
}

/**
 * A cell's weights from Keras' arrays: `kernel` [X, G·H], `recurrent_kernel` [H, G·H] and `bias` [G·H], or [2, G·H]
 * where there are two, or none (`use_bias=False`), which gives zeros.
 *
 * @throws RangeError when Keras has no such cell, or an array is missing or misshapen
 */
export function fromKeras(cell: Cell, arrays: Arrays): Weights {
  const { gates, biases: count } = libraryForm(cell, 'keras');
  const read = reader(arrays);
  const [G, H] = [gates.length, read('recurrent_kernel').shape[0] ?? 0];
  const W_h = transposed(read('recurrent_kernel', [H, G * H]));
  const W_x = transposed(read('kernel', [undefined, G * H]));
  const shape = count === 2 ? [2, G * H] : [G * H];
  const { data } = 'bias' in arrays ? read('bias', shape) : zeros(shape);
  const biases = [0, 1].map((k) => (k < count ? part(data, k, [G * H]) : zeros([G * H])));
  return unstacked(cell, gates, { W_h, W_x, biases });
}

/** Keras' three arrays for a cell's weights. */
export function toKeras(cell: Cell, weights: Weights): Record<'kernel' | 'recurrent_kernel' | 'bias', Tensor> {
  const { gates, biases: count } = libraryForm(cell, 'keras');
  const { W_h, W_x, biases } = stacked(gates, weights);
  const bias = count === 2 ? concatenated(biases, [2, biases[0]!.data.length]) : biases[0]!;
  return { kernel: transposed(W_x), recurrent_kernel: transposed(W_h), bias };
}

/** All gates of a layer: W_h [G·H, H], W_x [G·H, X], and two biases [G·H]. */
interface Stacked {
  readonly W_h: Tensor;
  readonly W_x: Tensor;
  readonly biases: readonly Tensor[];
}

function unstacked(cell: Cell, gates: readonly string[], { W_h, W_x, biases: [first, second] }: Stacked): Weights {
  const [H, X] = [W_h.shape[1]!, W_x.shape[1]!];
  const own = cell.parameters({ X, H, Y: 1 });
  return Object.fromEntries(
    gates.flatMap((gate, k): [string, Tensor][] => {
      const [a, b] = [part(first!.data, k, [H]), part(second!.data, k, [H])];
      const isApart = secondBias(gate) in own;
      return [
        [`W_h${gate}`, part(W_h.data, k, [H, H])],
        [`W_x${gate}`, part(W_x.data, k, [H, X])],
        [`b_${gate}`, isApart ? a : { shape: [H], data: a.data.map((x, i) => (b.data[i] === 0 ? x : x + b.data[i]!)) }],
        ...(isApart ? [[secondBias(gate), b] as [string, Tensor]] : []),
      ];
    }),
  );
}

function stacked(gates: readonly string[], weights: Weights): Stacked {
  const read = reader(weights);
  const [H, X] = read(`W_x${gates[0]}`).shape as [number, number];
  const all = (name: (gate: string) => string, shape: Shape) =>
    concatenated(
      gates.map((gate) => read(name(gate), shape)),
      [gates.length * H, ...shape.slice(1)],
    );
  const seconds = gates.map((gate) => weights[secondBias(gate)] ?? zeros([H]));
  return {
    W_h: all((gate) => `W_h${gate}`, [H, H]),
    W_x: all((gate) => `W_x${gate}`, [H, X]),
    biases: [all((gate) => `b_${gate}`, [H]), concatenated(seconds, [gates.length * H])],
  };
}

/** Reads an array and checks its shape; `undefined` stands for any extent. */
const reader =
  (arrays: Arrays) =>
  (name: string, expected?: readonly (number | undefined)[]): Tensor => {
    if (!(name in arrays)) throw new RangeError(`missing array ${name}; there are ${Object.keys(arrays).join(', ')}`);
    const array = tensor(arrays[name]!);
    const shape = expected?.map((extent, axis) => extent ?? array.shape[axis] ?? 0);
    if (shape && !sameShape(array.shape, shape))
      throw new RangeError(`${name}: expected ${showShape(shape)}, got ${showShape(array.shape)}`);
    return array;
  };

/** The k-th of equal parts, of this shape. */
function part(data: Float64Array, k: number, shape: Shape): Tensor {
  const size = sizeOf(shape);
  return { shape, data: data.slice(k * size, (k + 1) * size) };
}

const concatenated = (parts: readonly Tensor[], shape: Shape): Tensor => ({
  shape,
  data: Float64Array.from(parts.flatMap(({ data }) => [...data])),
});
