import type { Tensor } from '../tensor.ts';
import { FileError } from './file-error.ts';

/**
 * Keras' tensors under the names that their layers give them. Keras 3's `.weights.h5` only numbers them
 * (`layers/lstm/cell/vars/0` is its kernel), and TensorFlow puts `:0` behind. Other tensors keep their names.
 *
 * ```ts
 * import { io, tensor } from 'unrolled';
 * const numbered = new Map([['layers/dense/vars/0', tensor([[1]])], ['layers/dense/vars/1', tensor([2])]]);
 * [...io.kerasNames(numbered).keys()] // → ['layers/dense/kernel', 'layers/dense/bias']
 * ```
 *
 * @throws FileError when two tensors would get one name
 */
export function kerasNames<T extends Tensor>(tensors: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const renamed = new Map<string, T>();
  for (const [name, value] of tensors) {
    const known = nameOf(name);
    if (renamed.has(known)) throw new FileError(`another tensor is called ${known} already`, name);
    renamed.set(known, value);
  }
  return renamed;
}

function nameOf(name: string): string {
  const path = name.split('/');
  const [layer = '', vars, index = ''] = path.slice(-3);
  if (vars !== 'vars') return name.replace(/:0$/, '');
  const parts = layer === 'cell' ? CELL : /^embedding(_\d+)?$/.test(layer) ? EMBEDDING : DENSE;
  const part = parts[Number(index)];
  return part ? [...path.slice(0, -2), part].join('/') : name;
}

const CELL = ['kernel', 'recurrent_kernel', 'bias'];
const DENSE = ['kernel', 'bias'];
const EMBEDDING = ['embeddings'];
