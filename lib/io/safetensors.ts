/**
 * safetensors, both ways: named tensors behind a JSON header, and nothing in it that could be executed.
 * Format: https://github.com/huggingface/safetensors#format. Checked against files of the Python package in both
 * directions. Not here: what the tensors mean (`modules.ts`), and files of other formats (`formats.ts`).
 */
import { sizeOf, type Tensor } from '../tensor.ts';
import { type Dtype, decode, dtypes, encode, type WrittenDtype } from './dtypes.ts';
import { FileError, showName } from './file-error.ts';
import { refuseForeign } from './formats.ts';
import { defaultLimits, LENGTH_BYTES, type Limits, readHeader } from './header.ts';
import { hasLoneSurrogate, toUtf8 } from './text.ts';

/** A tensor of a file: its numbers as float64, and how the file holds them. */
export interface StoredTensor extends Tensor {
  readonly dtype: Dtype;
}

/** Tensors by name. A map, because a file may use any name, `__proto__` too. */
export type Tensors = ReadonlyMap<string, Tensor>;

/** What a file holds, in its own order. */
export interface TensorFile {
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** Texts that travel with the tensors, e.g. `format` → `pt`. */
  readonly metadata: ReadonlyMap<string, string>;
}

/**
 * Reads a safetensors file. Of dtypes it knows F64, F32, F16, BF16, BOOL and all integers; every number becomes a float64,
 * bit for bit where that is possible, and otherwise the file is refused.
 *
 * ```ts
 * import { io, tensor } from 'unrolled';
 * const bytes = io.writeSafetensors(new Map([['w', tensor([1, 2])]]));
 * io.readSafetensors(bytes).tensors.get('w') // → { shape: [2], data: [1, 2], dtype: 'F64' }
 * ```
 *
 * @throws FileError when anything about the file is wrong; of a file in another format, with the Python that converts it
 */
export function readSafetensors(bytes: Uint8Array, limits: Partial<Limits> = {}): TensorFile {
  refuseForeign(bytes);
  const { entries, metadata, dataStart } = readHeader(bytes, { ...defaultLimits, ...limits });
  const tensors = new Map<string, StoredTensor>();
  for (const { name, dtype, shape, start, end } of entries) {
    const data = decode(dtype, bytes.subarray(dataStart + start, dataStart + end), (found, position) => {
      return new FileError(`${dtype}: number ${position + 1} is ${found}`, name);
    });
    tensors.set(name, { shape, data, dtype });
  }
  return { tensors, metadata };
}

/** How tensors are written. */
export interface WriteOptions {
  /** F64 (unless told) keeps every bit; F32 is what a PyTorch module has by default, and rounds. */
  readonly dtype?: WrittenDtype;
  readonly metadata?: ReadonlyMap<string, string>;
}

/**
 * Writes a safetensors file. Tensors are sorted by name and the header padded to 8 bytes, as the Python package does: of the
 * same float32 tensors both make the same bytes.
 *
 * ```ts
 * import { io, tensor } from 'unrolled';
 * const bytes = io.writeSafetensors(new Map([['b', tensor([0.5])]]), { dtype: 'F32' });
 * new TextDecoder().decode(bytes.subarray(8, 62)) // → {"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}
 * ```
 *
 * @throws FileError when F32 cannot hold a number, or a name is none
 */
export function writeSafetensors(
  tensors: Tensors,
  { dtype = 'F64', metadata }: WriteOptions = {},
): Uint8Array<ArrayBuffer> {
  const sorted = [...tensors].sort(([a], [b]) => compareCodePoints(a, b));
  const header: string[] = metadata?.size
    ? [entry('__metadata__', object([...metadata].map(([k, v]) => entry(k, text(v)))))]
    : [];
  let end = 0;
  for (const [name, { shape, data }] of sorted) {
    checkTensor(name, shape, data);
    const start = end;
    end += data.length * dtypes[dtype].bytes;
    header.push(entry(name, JSON.stringify({ dtype, shape, data_offsets: [start, end] })));
  }
  const json = toUtf8(object(header));
  const dataStart = LENGTH_BYTES + 8 * Math.ceil(json.length / 8);
  const bytes = new Uint8Array(dataStart + end).fill(SPACE, LENGTH_BYTES, dataStart);
  bytes.set(json, LENGTH_BYTES);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(dataStart - LENGTH_BYTES), true);
  let at = dataStart;
  for (const [name, { data }] of sorted) {
    encode(dtype, data, view, at, (found, position) => {
      return new FileError(`number ${position + 1} is ${found}, which float32 cannot hold; write F64`, name);
    });
    at += data.length * dtypes[dtype].bytes;
  }
  return bytes;
}

const SPACE = 0x20;

function checkTensor(name: string, shape: readonly number[], data: Float64Array): void {
  if (name === '__metadata__') throw new FileError('a tensor cannot have the name of the metadata', name);
  if (sizeOf(shape) !== data.length) {
    throw new FileError(`shape [${shape.join(', ')}] takes ${sizeOf(shape)} numbers, found ${data.length}`, name);
  }
}

// Written out, because a JavaScript object would put names like `10` in an order of its own.
const object = (entries: readonly string[]): string => `{${entries.join(',')}}`;
const entry = (name: string, json: string): string => `${text(name)}:${json}`;

function text(value: string): string {
  if (hasLoneSurrogate(value)) throw new FileError(`${showName(value)} is not valid Unicode`);
  return JSON.stringify(value);
}

/** Order of UTF-8 bytes, which the reference implementation sorts by; `<` on strings compares UTF-16. */
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [toUtf8(a), toUtf8(b)];
  const odd = left.findIndex((byte, i) => byte !== right[i]);
  return odd < 0 ? left.length - right.length : left[odd]! - (right[odd] ?? -1);
}
