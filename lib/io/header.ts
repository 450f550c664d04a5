/**
 * The header of a safetensors file: which tensor lies where. Checked here as strictly as by the reference implementation
 * (`SafeTensors::read_metadata` and `Metadata::validate` in huggingface/safetensors), and beyond it where its README is
 * stricter: no name twice, `{` as the first byte, texts only in `__metadata__`.
 */
import { pow2 } from '../math.ts';
import { type Dtype, dtypes, isDtype, otherDtypes } from './dtypes.ts';
import { FileError, showName } from './file-error.ts';
import { asCount, isObject, type Json, parseJson } from './json.ts';
import { fromUtf8 } from './text.ts';

/** What a file may take, so that a wrong or hostile one cannot take the page down. */
export interface Limits {
  /** Bytes of the whole file: 256 MiB unless told. */
  readonly bytes: number;
  /** Numbers in all tensors; each takes 8 bytes here: 2²⁶ unless told. */
  readonly numbers: number;
  /** Bytes of the header: 100 MB, as the reference implementation. */
  readonly header: number;
  /** Characters in a tensor's name. */
  readonly name: number;
  /** Axes of a tensor. */
  readonly rank: number;
}

/** The limits of `readSafetensors`, unless others are given. */
export const defaultLimits: Limits = { bytes: pow2(28), numbers: pow2(26), header: 100_000_000, name: 512, rank: 64 };

/** One tensor as the header describes it; positions count from the end of the header. */
export interface Entry {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}

export interface Header {
  /** In the order of the header. */
  readonly entries: readonly Entry[];
  readonly metadata: ReadonlyMap<string, string>;
  /** Where the tensors' data begins in the file. */
  readonly dataStart: number;
}

/** The length of the header is a little-endian 64-bit integer before it. */
export const LENGTH_BYTES = 8;
const METADATA = '__metadata__';

export function readHeader(bytes: Uint8Array, limits: Limits): Header {
  if (bytes.length > limits.bytes) {
    throw new FileError(`the file is too large: ${bytes.length} bytes; the limit is ${limits.bytes}`);
  }
  const dataStart = LENGTH_BYTES + headerLength(bytes, limits);
  const text = fromUtf8(bytes.subarray(LENGTH_BYTES, dataStart), 'the header');
  if (text[0] !== '{') throw new FileError('not a safetensors file: the header does not begin with {');
  const json = parseJson(text);
  if (!isObject(json)) throw new FileError('the header is not an object');
  const metadata = readMetadata(json.get(METADATA));
  const entries = [...json].flatMap(([name, info]) => (name === METADATA ? [] : [readEntry(name, info, limits)]));
  checkNumbers(entries, limits);
  checkLayout(entries, bytes.length - dataStart);
  return { entries, metadata, dataStart };
}

function headerLength(bytes: Uint8Array, limits: Limits): number {
  if (bytes.length < LENGTH_BYTES) {
    throw new FileError(`not a safetensors file: it has ${bytes.length} bytes, and the header's length alone takes 8`);
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset, LENGTH_BYTES).getBigUint64(0, true);
  if (length > limits.header) {
    throw new FileError(`not a safetensors file: its header would take ${length} bytes; the limit is ${limits.header}`);
  }
  if (Number(length) > bytes.length - LENGTH_BYTES) {
    throw new FileError(
      `the file is cut off: its header takes ${length} bytes, and only ${bytes.length - LENGTH_BYTES} follow`,
    );
  }
  return Number(length);
}

function readMetadata(json: Json | undefined): ReadonlyMap<string, string> {
  if (json === undefined) return new Map();
  if (!isObject(json)) throw new FileError(`${METADATA}: expected an object of texts, found ${show(json)}`);
  return new Map(
    [...json].map(([key, value]) => {
      if (typeof value === 'string') return [key, value];
      throw new FileError(`${METADATA}: expected a text for ${showName(key)}, found ${show(value)}`);
    }),
  );
}

function readEntry(name: string, info: Json, limits: Limits): Entry {
  if (name.length > limits.name) {
    throw new FileError(`a name of ${name.length} characters; the limit is ${limits.name}`, name);
  }
  if (!isObject(info))
    throw new FileError(`expected an object with dtype, shape and data_offsets, found ${show(info)}`, name);
  const dtype = readDtype(name, info.get('dtype'));
  const shape = readCounts(name, 'shape', 'a list of extents', info.get('shape'));
  if (shape.length > limits.rank) throw new FileError(`${shape.length} axes; the limit is ${limits.rank}`, name);
  const offsets = readCounts(name, 'data_offsets', 'two positions', info.get('data_offsets'));
  const [start, end] = offsets;
  if (start === undefined || end === undefined || offsets.length > 2 || end < start) {
    throw new FileError(
      `data_offsets: expected two positions, the first not after the second, found [${offsets}]`,
      name,
    );
  }
  const size = shape.reduce(
    (n, extent) => (Number.isSafeInteger(n * extent) ? n * extent : Number.NaN),
    dtypes[dtype].bytes,
  );
  if (size !== end - start) {
    const needed = Number.isNaN(size) ? 'more bytes than can be counted' : `${size} bytes`;
    throw new FileError(`${dtype} of shape [${shape.join(', ')}] takes ${needed}, found ${end - start}`, name);
  }
  return { name, dtype, shape, start, end };
}

function readDtype(name: string, json: Json | undefined): Dtype {
  if (typeof json === 'string' && isDtype(json)) return json;
  const known = Object.keys(dtypes).join(', ');
  if (typeof json === 'string' && otherDtypes.includes(json)) {
    throw new FileError(`its dtype is ${json}, which is not read here; convert it to one of ${known}`, name);
  }
  throw new FileError(`dtype: expected one of ${known}, found ${show(json)}`, name);
}

function readCounts(name: string, field: string, what: string, json: Json | undefined): readonly number[] {
  const counts = Array.isArray(json) ? json.map(asCount) : undefined;
  if (counts?.every((count) => count !== undefined)) return counts;
  throw new FileError(`${field}: expected ${what}, integers of at least 0, found ${show(json)}`, name);
}

function checkNumbers(entries: readonly Entry[], limits: Limits): void {
  const numbers = entries.reduce((sum, { dtype, start, end }) => sum + (end - start) / dtypes[dtype].bytes, 0);
  if (numbers > limits.numbers) {
    throw new FileError(`the file is too large: ${numbers} numbers; the limit is ${limits.numbers}`);
  }
}

/** The tensors' data follow one another without holes or overlap, from the header to the end of the file. */
function checkLayout(entries: readonly Entry[], length: number): void {
  let position = 0;
  for (const { name, start, end } of entries.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start !== position) {
      const wrong = start > position ? 'there is a hole before it' : 'it overlaps another tensor';
      throw new FileError(`expected its data to begin at byte ${position}, found ${start}: ${wrong}`, name);
    }
    if (end > length) throw new FileError(`cut off: its data end at byte ${end}, the file's at ${length}`, name);
    position = end;
  }
  if (position !== length) throw new FileError(`${length - position} bytes at the end belong to no tensor`);
}

/** A JSON value as it may stand in a message. */
function show(json: Json | undefined): string {
  if (json === undefined) return 'nothing';
  if (typeof json === 'string') return showName(json);
  if (Array.isArray(json))
    return `a list of ${json.length}${json.length > 4 ? '' : `: [${json.map(show).join(', ')}]`}`;
  if (isObject(json)) return 'an object';
  return json === null || typeof json === 'boolean' ? String(json) : (json as { literal: string }).literal.slice(0, 40);
}
