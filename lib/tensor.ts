/**
 * Dense arrays of float64 in row-major order: the values that programs are run on.
 * Not a numerical library: nothing here computes, it only makes, checks and reads.
 */

/** Extents along each axis: `[]` is a scalar, `[H]` a vector, `[H, X]` a matrix with H rows. */
export type Shape = readonly number[];

/** Numbers in row-major order, and the extents that arrange them. */
export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** What callers may write for a tensor: a number, nested arrays, or a tensor. */
export type TensorLike = number | Tensor | readonly TensorLike[];

/** How many numbers a shape holds. */
export const sizeOf = (shape: Shape): number => shape.reduce((n, extent) => n * extent, 1);

/** Whether two shapes are equal. */
export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((extent, k) => extent === b[k]);

/** `[2, 3]`, or `a scalar` for `[]`. */
export const showShape = (shape: Shape): string => (shape.length === 0 ? 'a scalar' : `[${shape.join(', ')}]`);

function checked(value: Tensor): Tensor {
  const { shape, data } = Object(value) as Partial<Tensor>;
  if (!shape || !data)
    throw new TypeError(`expected numbers, nested arrays or { shape, data }, got ${describe(value)}`);
  if (data.length !== sizeOf(shape))
    throw new RangeError(`${showShape(shape)} takes ${sizeOf(shape)} numbers, got ${data.length}`);
  return value;
}

const describe = (value: unknown): string =>
  typeof value === 'object' && value ? `a ${value.constructor?.name}` : JSON.stringify(value);

/**
 * Turns numbers or nested arrays into a tensor.
 *
 * ```ts
 * import { tensor } from 'unrolled';
 * tensor([[1, 2, 3], [4, 5, 6]]).shape // → [2, 3]
 * ```
 *
 * @throws RangeError when rows differ in length, naming both lengths, or a tensor's data do not fill its shape
 * @throws TypeError for anything else, such as a text or a bare typed array
 */
export function tensor(value: TensorLike): Tensor {
  if (typeof value === 'number') return { shape: [], data: Float64Array.of(value) };
  if (!Array.isArray(value)) return checked(value as Tensor);
  const rows = value.map(tensor);
  const first = rows[0]?.shape ?? [];
  const odd = rows.findIndex((row) => !sameShape(row.shape, first));
  if (odd > 0) {
    throw new RangeError(`row ${odd + 1} is ${showShape(rows[odd]!.shape)}, but row 1 is ${showShape(first)}`);
  }
  const data = new Float64Array(rows.length * sizeOf(first));
  rows.forEach((row, k) => {
    data.set(row.data, k * row.data.length);
  });
  return { shape: [rows.length, ...first], data };
}

/** A tensor of zeros. */
export const zeros = (shape: Shape): Tensor => ({ shape, data: new Float64Array(sizeOf(shape)) });

/** The matrix with rows and columns exchanged. */
export function transposed({ shape: [rows = 0, columns = 0], data }: Tensor): Tensor {
  const flipped = data.map((_, k) => data[(k % rows) * columns + Math.floor(k / rows)]!);
  return { shape: [columns, rows], data: flipped };
}

/** Slice k along the first axis (a view: it shares memory). */
export function slice({ shape, data }: Tensor, k: number): Tensor {
  const inner = shape.slice(1);
  const size = sizeOf(inner);
  return { shape: inner, data: data.subarray(k * size, (k + 1) * size) };
}

/** Puts equally shaped tensors behind one another along a new first axis. */
export const stack = (parts: readonly Tensor[]): Tensor => tensor(parts);

/** Nested arrays again, for printing and comparing. */
export function toArray(value: Tensor): TensorLike {
  if (value.shape.length === 0) return value.data[0]!;
  return Array.from({ length: value.shape[0]! }, (_, k) => toArray(slice(value, k)));
}

/** `(row, column)` of a flat position, for any rank. */
export function unravel(flat: number, shape: Shape): readonly number[] {
  const index = new Array<number>(shape.length);
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = rest % shape[axis]!;
    rest = Math.floor(rest / shape[axis]!);
  }
  return index;
}
