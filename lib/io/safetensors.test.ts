import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf, type Tensor, tensor, toArray } from '../tensor.ts';
import { readSafetensors, type Tensors, writeSafetensors } from './safetensors.ts';

const bitsOf = ({ data }: Tensor): bigint[] => [...new BigUint64Array(data.buffer, data.byteOffset, data.length)];
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`lib/fixtures/${name}`));

const name = fc.oneof(
  fc.constantFrom('', '__proto__', 'constructor', 'toString', '10', '2', 'a.weight', 'é "\\\n', '\u{1f600}'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const shape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
/** Any bits at all: every NaN, both zeros, both infinities, subnormals. */
const anyBits = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.constantFrom(0n, 1n << 63n, 0x7ffn << 52n, 0xfffn << 52n, (0x7ffn << 52n) | 1n, (0xfffn << 52n) | 5n, 1n),
);
const tensorOf = (shape: readonly number[], value: fc.Arbitrary<bigint>): fc.Arbitrary<Tensor> =>
  fc
    .array(value, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map((bits) => ({ shape, data: new Float64Array(BigUint64Array.from(bits).buffer) }));
const tensorsOf = (value: fc.Arbitrary<bigint>): fc.Arbitrary<Tensors> =>
  fc
    .array(
      fc.tuple(
        name,
        shape.chain((extents) => tensorOf(extents, value)),
      ),
      { maxLength: 5 },
    )
    .map((entries) => new Map(entries));

/** Float64 bits that a float32 has as well. */
const float32Bits = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((word) => {
  const bits = BigInt(word);
  const [sign, fraction] = [bits >> 31n, bits & 0x7f_ffffn];
  if (((bits >> 23n) & 0xffn) === 0xffn) return (sign << 63n) | (0x7ffn << 52n) | (fraction << 29n);
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, word);
  view.setFloat64(0, view.getFloat32(0));
  return view.getBigUint64(0);
});

describe('safetensors', () => {
  it.each([
    ['F64', anyBits],
    ['F32', float32Bits],
  ] as const)('round-trips every bit of tensors of any shape and name as %s', (dtype, bits) => {
    fc.assert(
      fc.property(
        tensorsOf(bits),
        fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })),
        (tensors, texts) => {
          const metadata = new Map(Object.entries(texts));
          const read = readSafetensors(writeSafetensors(tensors, { dtype, metadata }));
          expect(new Set(read.tensors.keys())).toEqual(new Set(tensors.keys()));
          expect(read.metadata).toEqual(metadata);
          for (const [key, given] of tensors) {
            expect(read.tensors.get(key)!.shape).toEqual(given.shape);
            expect(read.tensors.get(key)!.dtype).toBe(dtype);
            expect(bitsOf(read.tensors.get(key)!)).toEqual(bitsOf(given));
          }
        },
      ),
    );
  });

  it('rounds to the nearest float32, and refuses to turn a finite number into an infinite one', () => {
    const written = (x: number) =>
      readSafetensors(writeSafetensors(new Map([['w', tensor([x])]]), { dtype: 'F32' })).tensors.get('w')!;
    expect(written(0.1).data[0]).toBe(Math.fround(0.1));
    expect(written(3.4028235e38).data[0]).toBe(3.4028234663852886e38);
    expect(() => written(3.5e38)).toThrow('w: number 1 is 3.5e+38, which float32 cannot hold; write F64');
    const payload: Tensor = { shape: [1], data: new Float64Array(BigUint64Array.of((0xfffn << 52n) | 1n).buffer) };
    const nan = readSafetensors(writeSafetensors(new Map([['w', payload]]), { dtype: 'F32' })).tensors.get('w')!;
    expect(nan.data[0]).toBeNaN();
  });

  it('reads a file of torch.nn modules, and writes it back byte for byte', () => {
    const bytes = fixture('torch-modules.safetensors');
    const { tensors, metadata } = readSafetensors(bytes);
    const { modules } = JSON.parse(readFileSync('lib/fixtures/torch-modules.json', 'utf8'));
    expect(Object.fromEntries([...tensors].map(([key, value]) => [key, toArray(value)]))).toEqual(modules);
    expect(metadata).toEqual(new Map([['format', 'pt']]));
    expect(Buffer.from(writeSafetensors(tensors, { dtype: 'F32', metadata }))).toEqual(Buffer.from(bytes));
  });

  it('reads every dtype that PyTorch writes', () => {
    const { tensors } = readSafetensors(fixture('torch-dtypes.safetensors'));
    const { dtypes } = JSON.parse(readFileSync('lib/fixtures/torch-modules.json', 'utf8'));
    const numbers = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(numbers)
        : value === 'nan'
          ? Number.NaN
          : Number(String(value).replace('inf', 'Infinity'));
    expect(Object.fromEntries([...tensors].map(([key, value]) => [key, toArray(value)]))).toEqual(
      Object.fromEntries(Object.entries(dtypes).map(([key, value]) => [key, numbers(value)])),
    );
  });

  it('reads a view into a larger buffer', () => {
    const bytes = writeSafetensors(new Map([['w', tensor([1, 2])]]));
    const larger = new Uint8Array(bytes.length + 13);
    larger.set(bytes, 5);
    expect(toArray(readSafetensors(larger.subarray(5, 5 + bytes.length)).tensors.get('w')!)).toEqual([1, 2]);
  });

  it.each([
    [new Map([['__metadata__', tensor(1)]]), 'a tensor cannot have the name of the metadata'],
    [new Map([['\ud800', tensor(1)]]), 'is not valid Unicode'],
    [new Map([['w', { shape: [2], data: new Float64Array(3) }]]), 'w: shape [2] takes 2 numbers, found 3'],
  ])('does not write %o', (tensors, message) => expect(() => writeSafetensors(tensors)).toThrow(message));
});
