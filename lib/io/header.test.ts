import { describe, expect, it } from 'vitest';
import { toArray } from '../tensor.ts';
import { FileError } from './file-error.ts';
import { readSafetensors } from './safetensors.ts';
import { entry, file } from './testing.ts';

describe('a safetensors file', () => {
  it.each<[string, Uint8Array, string]>([
    ['fewer than 8 bytes', Uint8Array.of(1, 2, 3), 'it has 3 bytes'],
    [
      'a header that is too long',
      Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1),
      'its header would take 72057594037927936 bytes; the limit is 100000000',
    ],
    ['a header that is cut off', file('{}').with(0, 50), 'its header takes 50 bytes, and only 2 follow'],
    ['a header that is not UTF-8', file('{"é":1}').with(10, 0xff), 'the header is not valid UTF-8'],
    ['a header that is not JSON', file('{"a":}'), 'not valid JSON at character 6: expected a value'],
    ['a header that begins with a space', file(' {}'), 'does not begin with {'],
    ['a byte order mark', file('\ufeff{}'), 'does not begin with {'],
    ['a name twice', file('{"a":1,"a":2}'), 'the name a is there twice'],
    [
      'metadata that is no object',
      file({ __metadata__: [1] }),
      '__metadata__: expected an object of texts, found a list of 1: [1]',
    ],
    ['metadata that is no text', file({ __metadata__: { a: 1 } }), '__metadata__: expected a text for a, found 1'],
    [
      'a tensor that is no object',
      file({ w: 'F32' }),
      'w: expected an object with dtype, shape and data_offsets, found F32',
    ],
    ['an unknown dtype', file({ w: entry('F31', [1], 0, 4) }, [0, 0, 0, 0]), 'w: dtype: expected one of F64, F32'],
    [
      'a dtype of quantised models',
      file({ w: entry('F8_E4M3', [1], 0, 1) }, [0]),
      'w: its dtype is F8_E4M3, which is not read here',
    ],
    ['no dtype', file({ w: { shape: [], data_offsets: [0, 4] } }, [0, 0, 0, 0]), 'found nothing'],
    [
      'a negative extent',
      file({ w: entry('U8', [-1], 0, 1) }, [0]),
      'w: shape: expected a list of extents, integers of at least 0, found a list of 1: [-1]',
    ],
    [
      'an extent that is no integer',
      file('{"w":{"dtype":"U8","shape":[1.0],"data_offsets":[0,1]}}', [0]),
      'found a list of 1: [1.0]',
    ],
    [
      'a shape too large to count',
      file({ w: entry('U8', [2 ** 40, 2 ** 40], 0, 1) }, [0]),
      'takes more bytes than can be counted',
    ],
    [
      'a size that does not fit the shape',
      file({ w: entry('F32', [2, 3], 0, 20) }, Array(20).fill(0)),
      'w: F32 of shape [2, 3] takes 24 bytes, found 20',
    ],
    [
      'offsets the wrong way round',
      file({ w: entry('U8', [1], 1, 0) }, [0]),
      'w: data_offsets: expected two positions, the first not after the second, found [1,0]',
    ],
    ['three offsets', file({ w: entry('U8', [1], 0, 1, 2) }, [0]), 'w: data_offsets: expected two positions'],
    [
      'a hole before the first tensor',
      file({ w: entry('U8', [1], 1, 2) }, [0, 0]),
      'w: expected its data to begin at byte 0, found 1: there is a hole',
    ],
    [
      'a hole',
      file({ a: entry('U8', [1], 0, 1), b: entry('U8', [1], 2, 3) }, [0, 0, 0]),
      'b: expected its data to begin at byte 1, found 2: there is a hole',
    ],
    [
      'an overlap',
      file({ a: entry('U8', [2], 0, 2), b: entry('U8', [2], 1, 3) }, [0, 0, 0]),
      'b: expected its data to begin at byte 2, found 1: it overlaps',
    ],
    [
      'the same data twice',
      file({ a: entry('U8', [1], 0, 1), b: entry('U8', [1], 0, 1) }, [0]),
      'b: expected its data to begin at byte 1, found 0',
    ],
    [
      'data that are cut off',
      file({ w: entry('U8', [3], 0, 3) }, [0]),
      "w: cut off: its data end at byte 3, the file's at 1",
    ],
    ['bytes at the end', file({ w: entry('U8', [1], 0, 1) }, [0, 0, 0]), '2 bytes at the end belong to no tensor'],
    [
      'an integer too large',
      file({ w: entry('I64', [1], 0, 8) }, [1, 0, 0, 0, 0, 0, 0x20, 0]),
      'w: I64: number 1 is 9007199254740993, which a float64 cannot hold exactly',
    ],
    [
      'a truth value of 2',
      file({ w: entry('BOOL', [2], 0, 2) }, [1, 2]),
      'w: BOOL: number 2 is 2, which is neither 0 nor 1',
    ],
    [
      'a name that is too long',
      file({ ['w'.repeat(600)]: entry('U8', [0], 0, 0) }),
      'a name of 600 characters; the limit is 512',
    ],
    ['too many axes', file({ w: entry('U8', Array(65).fill(1), 0, 1) }, [0]), 'w: 65 axes; the limit is 64'],
  ])('with %s is refused, and that is said', (_, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(FileError);
    expect(() => readSafetensors(bytes)).toThrow(message);
  });

  it('beyond the limits is refused, at them it is read', () => {
    const bytes = file({ w: entry('U8', [4], 0, 4) }, [1, 2, 3, 4]);
    expect(() => readSafetensors(bytes, { numbers: 3 })).toThrow('the file is too large: 4 numbers; the limit is 3');
    const limit = bytes.length - 1;
    expect(() => readSafetensors(bytes, { bytes: limit })).toThrow(
      `the file is too large: ${bytes.length} bytes; the limit is ${limit}`,
    );
    expect(readSafetensors(bytes, { bytes: bytes.length, numbers: 4 }).tensors.size).toBe(1);
  });

  it('is refused with an error that knows the tensor', () => {
    const wrong = file({ 'lstm.weight_ih_l0': entry('F32', [1], 0, 3) }, [0, 0, 0]);
    expect(() => readSafetensors(wrong)).toThrow(expect.objectContaining({ tensor: 'lstm.weight_ih_l0' }));
  });

  it('may have what the format allows: padding, no tensors, no data, any order, unknown fields', () => {
    expect(readSafetensors(file('{}  \n')).tensors.size).toBe(0);
    const read = readSafetensors(
      file(
        { b: { ...entry('U8', [1], 1, 2), note: [1, {}] }, none: entry('F32', [0, 3], 1, 1), a: entry('U8', [], 0, 1) },
        [5, 6],
      ),
    );
    expect([...read.tensors].map(([key, value]) => [key, toArray(value)])).toEqual([
      ['b', [6]],
      ['none', []],
      ['a', 5],
    ]);
  });

  it('with a tensor called __proto__ leaves no trace', () => {
    const read = readSafetensors(
      file('{"__proto__":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"__metadata__":{"__proto__":"x"}}', [7]),
    );
    expect(toArray(read.tensors.get('__proto__')!)).toEqual([7]);
    expect(read.metadata.get('__proto__')).toBe('x');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
