/** What the tests of this folder share: files made by hand. */
import { toUtf8 } from './text.ts';

/** A safetensors file as bytes: any header, any data. */
export function file(header: unknown, data: ArrayLike<number> = []): Uint8Array {
  const json = toUtf8(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(Array.from(data), 8 + json.length);
  return bytes;
}

/** A tensor's description in a header. */
export const entry = (dtype: string, shape: readonly number[], ...data_offsets: number[]) => ({
  dtype,
  shape,
  data_offsets,
});
