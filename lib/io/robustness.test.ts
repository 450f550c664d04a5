import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf, type Tensor } from '../tensor.ts';
import { FileError } from './file-error.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';
import { file } from './testing.ts';

/** Either a well-formed result or a FileError: nothing else may come of any bytes. (Not `expect`, which is slow.) */
function readOrRefuse(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const { tensors } = readSafetensors(bytes);
    for (const [name, { shape, data }] of tensors) {
      if (data.length !== sizeOf(shape)) throw new Error(`${name}: ${data.length} numbers for [${shape}]`);
    }
    return 'read';
  } catch (error) {
    if (!(error instanceof FileError) || error.message.length > 600) throw error;
    return 'refused';
  }
}

const bytes = new Uint8Array(readFileSync('lib/fixtures/torch-dtypes.safetensors'));
const name = fc.oneof(
  fc.constantFrom('', '__proto__', '10', 'a.weight', '__metadata__'),
  fc.string({ unit: 'binary' }),
);
const tensors = fc
  .array(
    fc.tuple(
      name.filter((each) => each !== '__metadata__'),
      fc.array(fc.double(), { maxLength: 5 }),
    ),
    { maxLength: 4 },
  )
  .map(
    (found) =>
      new Map(
        found.map(([key, data]): [string, Tensor] => [key, { shape: [data.length], data: Float64Array.from(data) }]),
      ),
  );

describe('whatever the bytes, a file is read or refused', () => {
  it('rejects every proper prefix of a file', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(readOrRefuse(bytes.subarray(0, length))).toBe('refused');
    fc.assert(
      fc.property(tensors, fc.nat(), (any, cut) => {
        const whole = writeSafetensors(any);
        expect(readOrRefuse(whole.subarray(0, cut % whole.length))).toBe('refused');
      }),
    );
  });

  it('reads or refuses every file with one byte changed', () => {
    const headerEnd = 8 + Number(new DataView(bytes.buffer).getBigUint64(0, true));
    for (let at = 0; at < headerEnd; at++) {
      for (const value of [0x20, 0x22, 0x30, 0x7d, 0xff, bytes[at]! ^ 1]) {
        readOrRefuse(bytes.with(at, value));
      }
    }
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        readOrRefuse(bytes.with(at, value));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads or refuses arbitrary bytes, and arbitrary headers', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readOrRefuse(bytes)));
    const field = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('F32', 'I64', 'F4'),
      fc.array(fc.nat(20), { maxLength: 3 }),
    );
    const info = fc.record({ dtype: field, shape: field, data_offsets: field }, { requiredKeys: [] });
    const header = fc.dictionary(
      fc.oneof(name, fc.constant('__metadata__')),
      fc.oneof(info, fc.jsonValue({ maxDepth: 2 })),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 40 }), (json, data) => void readOrRefuse(file(json, data))),
      { numRuns: 500 },
    );
  });
});
