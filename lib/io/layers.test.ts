import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library } from '../cells/index.ts';
import { sizeOf, type Tensor, tensor, toArray } from '../tensor.ts';
import { FileError } from './file-error.ts';
import { readDense, readEmbedding, writeDense, writeEmbedding } from './layers.ts';
import { findModules } from './modules.ts';

const matrix = (...shape: number[]): fc.Arbitrary<Tensor> =>
  fc
    .array(fc.double(), { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map((data) => ({ shape, data: Float64Array.from(data) }));
/** Numbers of which −0 and 0 differ, as `toEqual` sees them. */
const plain = (tensors: Iterable<readonly [string, Tensor]>) =>
  Object.fromEntries([...tensors].map(([name, held]) => [name, [held.shape, toArray(held)]]));

describe.each<Library>(['pytorch', 'keras'])('dense and embedding layers of %s', (library) => {
  it('come back bit for bit', () => {
    const weights = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([outputs, inputs]) =>
        fc.record({ W: matrix(outputs, inputs), b: matrix(outputs), E: matrix(outputs, inputs) }),
      );
    fc.assert(
      fc.property(weights, ({ W, b, E }) => {
        const tensors = new Map([
          ...writeDense({ W: W!, b: b! }, library, 'a.'),
          ...writeEmbedding({ E: E! }, library, 'emb.'),
        ]);
        const read = {
          ...readDense(tensors, library, 'a.').weights,
          ...readEmbedding(tensors, library, 'emb.').weights,
        };
        expect(plain(Object.entries(read))).toEqual(plain(Object.entries({ W, b, E } as Record<string, Tensor>)));
        expect(findModules(tensors).modules.map(({ kind }) => kind)).toEqual(['dense', 'embedding']);
      }),
    );
  });

  it('without bias get zeros, and that is said', () => {
    const name = library === 'pytorch' ? 'weight' : 'kernel';
    const { weights, notes } = readDense(new Map([[name, tensor([[1, 2]])]]), library);
    expect(toArray(weights.b!)).toEqual(library === 'pytorch' ? [0] : [0, 0]);
    expect(notes).toEqual(['bias: none in the file; here the biases are zeros']);
  });

  it('are refused when they do not fit', () => {
    const [name, bias] = [library === 'pytorch' ? 'weight' : 'kernel', tensor([1, 2, 3])];
    expect(() =>
      readDense(
        new Map([
          [name, tensor([[1]])],
          ['bias', bias],
        ]),
        library,
      ),
    ).toThrow('bias: expected shape [1], found [3]');
    expect(() => readEmbedding(new Map(), library, 'e.')).toThrow(FileError);
  });
});
