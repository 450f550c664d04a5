/**
 * Formats of other libraries, recognised by their first bytes, so that a reader who opens one learns how to get at the
 * weights. None is read: a pickle can execute anything, and HDF5 and ONNX would each take a library.
 */
import { FileError } from './file-error.ts';
import { pythonFor } from './python.ts';
import { zipNames } from './zip.ts';

/** Formats that are told apart. `pickle` is PyTorch before 1.6; `zip` is an archive of anything else. */
export type ForeignFormat = 'pytorch' | 'pickle' | 'torchscript' | 'keras' | 'hdf5' | 'npz' | 'npy' | 'onnx' | 'zip';

/** What each of them is called in a sentence. */
export const formatNames: Readonly<Record<ForeignFormat, string>> = {
  pytorch: 'a PyTorch file',
  pickle: 'a Python pickle, as old PyTorch files are',
  torchscript: 'a TorchScript file',
  keras: 'a Keras file',
  hdf5: 'an HDF5 file',
  npz: 'an archive of NumPy arrays',
  npy: 'a NumPy array',
  onnx: 'an ONNX file',
  zip: 'a zip archive',
};

/** A file in a format that is not read, with the lines of Python that make a safetensors file of it. */
export class ForeignFormatError extends FileError {
  override readonly name = 'ForeignFormatError';
  readonly format: ForeignFormat;
  readonly python: string;
  constructor(format: ForeignFormat) {
    super(`this is ${formatNames[format]}, not safetensors; Python converts it`);
    this.format = format;
    this.python = pythonFor(format);
  }
}

/** @throws ForeignFormatError when the bytes are of a known other format */
export function refuseForeign(bytes: Uint8Array): void {
  const format = recognise(bytes);
  if (format) throw new ForeignFormatError(format);
}

/**
 * The format of a file that is not safetensors; nothing when it is, or when it is not known.
 *
 * ```ts
 * import { io } from 'unrolled';
 * io.recognise(Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a)) // → hdf5
 * ```
 */
export function recognise(bytes: Uint8Array): ForeignFormat | undefined {
  // A header's length can look like any magic; the brace after it cannot.
  if (bytes[8] === BRACE) return undefined;
  if (startsWith(bytes, HDF5)) return 'hdf5';
  if (startsWith(bytes, NPY)) return 'npy';
  if (startsWith(bytes, ZIP)) return ofZip(zipNames(bytes));
  if (bytes[0] === PICKLE_PROTO && between(bytes[1], 2, 5)) return 'pickle';
  return isOnnx(bytes) ? 'onnx' : undefined;
}

const BRACE = 0x7b;
/** HDF5 file format specification 3.0, II.A, "Format signature". */
const HDF5 = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** NumPy Enhancement Proposal 1. */
const NPY = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Local file header; APPNOTE.TXT 4.3.7. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The opcode PROTO, which a pickle of protocol 2 and later begins with; its version follows. */
const PICKLE_PROTO = 0x80;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);
const between = (byte: number | undefined, low: number, high: number): boolean =>
  byte !== undefined && byte >= low && byte <= high;

/** What wrote an archive, by the names of the files in it. */
function ofZip(names: readonly string[]): ForeignFormat {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^[^/]+\/constants\.pkl$/)) return 'torchscript';
  if (has(/^[^/]+\/data\.pkl$/)) return 'pytorch';
  if (has(/^(config\.json|model\.weights\.h5)$/)) return 'keras';
  return names.length > 0 && names.every((name) => name.endsWith('.npy')) ? 'npz' : 'zip';
}

/**
 * ONNX is a protocol buffer without a magic number. Writers begin with field 1, `ir_version` (a small number), and go on
 * with another field of `ModelProto`: 2, 3, 4 (texts of the producer), 5 (a number), 6 (a text), 7 (the graph) or 8.
 */
const isOnnx = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x08 && between(bytes[1], 1, 32) && [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42].includes(bytes[2]!);
