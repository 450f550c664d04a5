import { describe, expect, it } from 'vitest';
import { FileError } from './file-error.ts';
import { type ForeignFormat, ForeignFormatError, formatNames, recognise } from './formats.ts';
import { pythonFor } from './python.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';

/** A zip archive of empty files, as `zipfile` writes it. */
function zip(names: readonly string[], { directory = true, comment = '' } = {}): Uint8Array {
  const record = (signature: number, size: number, name: string, lengthAt: number): Buffer => {
    const head = Buffer.alloc(size);
    head.writeUInt32LE(signature);
    head.writeUInt16LE(name.length, lengthAt);
    return Buffer.concat([head, Buffer.from(name)]);
  };
  const locals = Buffer.concat(names.map((name) => record(0x04034b50, 30, name, 26)));
  const central = Buffer.concat(names.map((name) => record(0x02014b50, 46, name, 28)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt32LE(locals.length, 16);
  return new Uint8Array(Buffer.concat(directory ? [locals, central, end, Buffer.from(comment)] : [locals]));
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const HDF5 = [0x89, ...ascii('HDF\r\n\u001a\n'), 0, 0, 0];

describe('recognise', () => {
  it.each<[string, Uint8Array, ForeignFormat | undefined]>([
    ['torch.save', zip(['model/data.pkl', 'model/byteorder', 'model/data/0', 'model/version']), 'pytorch'],
    ['torch.save, cut off', zip(['archive/data.pkl'], { directory: false }), 'pytorch'],
    ['torch.jit.save', zip(['m/data.pkl', 'm/code/__torch__.py', 'm/constants.pkl']), 'torchscript'],
    ['torch.save before 1.6', Uint8Array.of(0x80, 2, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a), 'pickle'],
    ['pickle', Uint8Array.of(0x80, 4, 0x95, 0, 0), 'pickle'],
    ['keras.Model.save', zip(['metadata.json', 'config.json', 'model.weights.h5']), 'keras'],
    ['np.savez', zip(['a.npy', 'b.npy'], { comment: 'a comment' }), 'npz'],
    ['np.save', Uint8Array.of(0x93, ...ascii('NUMPY'), 1, 0), 'npy'],
    ['HDF5', Uint8Array.from(HDF5), 'hdf5'],
    ['onnx.save', Uint8Array.of(8, 8, 0x12, 7, ...ascii('pytorch')), 'onnx'],
    ['a zip archive', zip(['notes.txt', 'a.npy']), 'zip'],
    ['an empty zip archive', zip([]), undefined],
    ['safetensors', writeSafetensors(new Map()), undefined],
    ['a header whose length looks like a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0x7b), undefined],
    ['a header whose length looks like a pickle', Uint8Array.of(0x80, 2, 0, 0, 0, 0, 0, 0, 0x7b), undefined],
    ['a text', Uint8Array.from(ascii('{"a": 1}')), undefined],
    ['nothing', new Uint8Array(), undefined],
  ])('%s', (_, bytes, format) => expect(recognise(bytes)).toBe(format));

  it('never throws', () => {
    const whole = zip(['archive/data.pkl', 'b'.repeat(300)], { comment: 'x'.repeat(9) });
    for (let length = 0; length <= whole.length; length++) recognise(whole.subarray(0, length));
    for (let at = 4; at < whole.length; at++) for (const value of [0, 0x50, 0xff]) recognise(whole.with(at, value));
  });
});

describe('a foreign file', () => {
  it('is refused with the Python that converts it', () => {
    let error: unknown;
    try {
      readSafetensors(Uint8Array.from(HDF5));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ForeignFormatError);
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ format: 'hdf5', python: pythonFor('hdf5'), message: /^this is an HDF5 file/ });
  });

  it.each(Object.keys(formatNames) as ForeignFormat[])('of format %s gets lines of Python', (format) => {
    const python = pythonFor(format);
    expect(python).toMatch(/^# /);
    expect(python.split('\n').length).toBeLessThan(14);
    for (const line of python.split('\n')) expect(line.length).toBeLessThan(121);
    if (format !== 'zip') expect(python).toMatch(/save_file\(.*"model\.safetensors"\)$/);
  });
});
