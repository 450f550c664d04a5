/** Looking up a tensor of a file by name and shape. Not here: what its numbers mean. */
import { type Shape, showShape, type Tensor } from '../tensor.ts';
import { FileError, showName } from './file-error.ts';
import type { Tensors } from './safetensors.ts';

/** A shape of which some extents are whatever the file has. */
export type Pattern = readonly (number | undefined)[];

const fits = (shape: Shape, pattern: Pattern): boolean =>
  shape.length === pattern.length && shape.every((extent, axis) => (pattern[axis] ?? extent) === extent);

const showPattern = (pattern: Pattern): string => `[${pattern.map((extent) => extent ?? '…').join(', ')}]`;

/** @throws FileError when there is no such tensor, or it has another shape */
export function take(tensors: Tensors, name: string, pattern: Pattern): Tensor {
  const found = tensors.get(name);
  if (!found)
    throw new FileError(`expected a tensor of shape ${showPattern(pattern)}, found none; ${listed(tensors)}`, name);
  if (!fits(found.shape, pattern)) {
    throw new FileError(`expected shape ${showPattern(pattern)}, found ${showShape(found.shape)}`, name);
  }
  return found;
}

const MOST_LISTED = 8;

function listed(tensors: Tensors): string {
  const names = [...tensors.keys()].slice(0, MOST_LISTED).map(showName);
  const more = tensors.size - names.length;
  return names.length === 0
    ? 'the file is empty'
    : `there are ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
