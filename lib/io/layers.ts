/** Dense and embedding layers from and to the tensors of PyTorch and Keras. */
import type { Library, Weights } from '../cells/cell.ts';
import { type Tensor, transposed, zeros } from '../tensor.ts';
import { take } from './arrays.ts';
import type { Read } from './recurrent.ts';
import type { Tensors } from './safetensors.ts';

/**
 * A dense layer: `weight` [outputs, inputs] and `bias` of `torch.nn.Linear`, or `kernel` [inputs, outputs] and `bias` of
 * `keras.layers.Dense`, as W [outputs, inputs] and b [outputs].
 *
 * ```ts
 * import { io, tensor } from 'unrolled';
 * const tensors = new Map([['dense/kernel', tensor([[1, 2, 3]])], ['dense/bias', tensor([4, 5, 6])]]);
 * io.readDense(tensors, 'keras', 'dense/').weights.W.shape // → [3, 1]
 * ```
 *
 * @throws FileError when a tensor is missing or has another shape
 */
export function readDense(tensors: Tensors, library: Library, prefix = ''): Read {
  const matrix = take(tensors, prefix + DENSE[library], [undefined, undefined]);
  const W = library === 'pytorch' ? matrix : transposed(matrix);
  const [outputs = 0] = W.shape;
  const bias = `${prefix}bias`;
  if (tensors.has(bias)) return { weights: { W, b: take(tensors, bias, [outputs]) }, notes: [] };
  return { weights: { W, b: zeros([outputs]) }, notes: [`${bias}: none in the file; here the biases are zeros`] };
}

/** The tensors of a dense layer, W [outputs, inputs] and b [outputs]; `readDense` gives back the same bits. */
export const writeDense = ({ W, b }: Weights, library: Library, prefix = ''): Map<string, Tensor> =>
  new Map([
    [prefix + DENSE[library], library === 'pytorch' ? W! : transposed(W!)],
    [`${prefix}bias`, b!],
  ]);

/**
 * An embedding: `weight` of `torch.nn.Embedding` or `embeddings` of `keras.layers.Embedding`, both [vocabulary, width], as E.
 *
 * @throws FileError when the tensor is missing or has another shape
 */
export function readEmbedding(tensors: Tensors, library: Library, prefix = ''): Read {
  return { weights: { E: take(tensors, prefix + EMBEDDING[library], [undefined, undefined]) }, notes: [] };
}

/** The tensor of an embedding, E [vocabulary, width]. */
export const writeEmbedding = ({ E }: Weights, library: Library, prefix = ''): Map<string, Tensor> =>
  new Map([[prefix + EMBEDDING[library], E!]]);

const DENSE: Readonly<Record<Library, string>> = { pytorch: 'weight', keras: 'kernel' };
const EMBEDDING: Readonly<Record<Library, string>> = { pytorch: 'weight', keras: 'embeddings' };
