/**
 * How safetensors stores numbers, one row a dtype: bytes a number takes, and how one is read. Not here: complex numbers
 * and those of 8 bits and fewer that only quantised models have; they are known by name, so that they can be refused by it.
 *
 * Every number becomes a float64. All but large 64-bit integers fit exactly, and NaN keeps the bits of its payload.
 */
import { pow2 } from '../math.ts';

interface DtypeRow {
  readonly bytes: number;
  /** The number at a position, or what is wrong with it. */
  readonly read: (view: DataView, at: number) => number | string;
  /** Of a NaN: its float64 bits. */
  readonly nanBits?: (view: DataView, at: number) => bigint;
}

const safely = (value: bigint): number | string => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : `${value}, which a float64 cannot hold exactly`;
};

/** The bits of a NaN in a smaller format (fraction of `fraction` bits, sign at `sign`) as those of a float64. */
const widened = (bits: number, sign: number, fraction: number): bigint =>
  ((BigInt(bits) >> BigInt(sign)) << 63n) |
  0x7ff0_0000_0000_0000n |
  ((BigInt(bits) & ((1n << BigInt(fraction)) - 1n)) << BigInt(52 - fraction));

/** IEEE 754 binary16: 1 sign, 5 exponent, 10 fraction bits. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? fraction * pow2(-24) : (1024 + fraction) * pow2(exponent - 25));
}

const scratch = new DataView(new ArrayBuffer(4));

/** bfloat16 is the upper half of a binary32. */
function fromBfloat(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}

export const dtypes = {
  F64: { bytes: 8, read: (v, at) => v.getFloat64(at, true), nanBits: (v, at) => v.getBigUint64(at, true) },
  F32: {
    bytes: 4,
    read: (v, at) => v.getFloat32(at, true),
    nanBits: (v, at) => widened(v.getUint32(at, true), 31, 23),
  },
  F16: {
    bytes: 2,
    read: (v, at) => fromHalf(v.getUint16(at, true)),
    nanBits: (v, at) => widened(v.getUint16(at, true), 15, 10),
  },
  BF16: {
    bytes: 2,
    read: (v, at) => fromBfloat(v.getUint16(at, true)),
    nanBits: (v, at) => widened(v.getUint16(at, true), 15, 7),
  },
  I64: { bytes: 8, read: (v, at) => safely(v.getBigInt64(at, true)) },
  U64: { bytes: 8, read: (v, at) => safely(v.getBigUint64(at, true)) },
  I32: { bytes: 4, read: (v, at) => v.getInt32(at, true) },
  U32: { bytes: 4, read: (v, at) => v.getUint32(at, true) },
  I16: { bytes: 2, read: (v, at) => v.getInt16(at, true) },
  U16: { bytes: 2, read: (v, at) => v.getUint16(at, true) },
  I8: { bytes: 1, read: (v, at) => v.getInt8(at) },
  U8: { bytes: 1, read: (v, at) => v.getUint8(at) },
  BOOL: {
    bytes: 1,
    read: (v, at) => (v.getUint8(at) < 2 ? v.getUint8(at) : `${v.getUint8(at)}, which is neither 0 nor 1`),
  },
} as const satisfies Record<string, DtypeRow>;

/** A dtype that is read. */
export type Dtype = keyof typeof dtypes;

export const isDtype = (name: string): name is Dtype => Object.hasOwn(dtypes, name);

/** Dtypes of the reference implementation (0.8) that are not read here. */
export const otherDtypes: readonly string[] = [
  ...['C64', 'F8_E4M3', 'F8_E4M3FNUZ', 'F8_E5M2', 'F8_E5M2FNUZ', 'F8_E8M0', 'F6_E2M3', 'F6_E3M2', 'F4'],
];

/**
 * The numbers in `bytes`, in float64.
 *
 * @throws what `refuse` makes of a number that float64 cannot hold
 */
export function decode(
  dtype: Dtype,
  bytes: Uint8Array,
  refuse: (found: string, position: number) => Error,
): Float64Array {
  const { bytes: size, read, nanBits }: DtypeRow = dtypes[dtype];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float64Array(bytes.byteLength / size);
  const bits = new BigUint64Array(values.buffer);
  for (let i = 0; i < values.length; i++) {
    const value = read(view, i * size);
    if (typeof value === 'string') throw refuse(value, i);
    // A NaN's payload does not survive arithmetic on every machine; its bits do.
    if (Number.isNaN(value)) bits[i] = nanBits!(view, i * size);
    else values[i] = value;
  }
  return values;
}

/** Dtypes that are written. */
export type WrittenDtype = 'F64' | 'F32';

const LARGEST_F32 = 3.4028234663852886e38;

/**
 * Writes numbers at a position of `view`; F32 rounds to the nearest.
 *
 * @throws what `refuse` makes of a finite number that F32 would turn into an infinite one
 */
export function encode(
  dtype: WrittenDtype,
  values: Float64Array,
  view: DataView,
  at: number,
  refuse: (found: string, position: number) => Error,
): void {
  const bits = new BigUint64Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (dtype === 'F64') view.setBigUint64(at + 8 * i, bits[i]!, true);
    else if (Number.isNaN(value)) view.setUint32(at + 4 * i, narrowed(bits[i]!), true);
    else if (Number.isFinite(value) && Math.abs(Math.fround(value)) > LARGEST_F32) throw refuse(String(value), i);
    else view.setFloat32(at + 4 * i, value, true);
  }
}

/** The bits of a float64 NaN as those of a float32 NaN: the upper part of the payload, and still a NaN. */
function narrowed(bits: bigint): number {
  const fraction = Number((bits >> 29n) & 0x7f_ffffn) || 0x40_0000;
  return Number(bits >> 63n) * 0x8000_0000 + 0x7f80_0000 + fraction;
}
