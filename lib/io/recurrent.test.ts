import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, cells, type Library } from '../cells/index.ts';
import { stackParameters } from '../layers/recurrent.ts';
import { sizeOf, type Tensor, tensor, toArray } from '../tensor.ts';
import { findModules } from './modules.ts';
import { arrayNames, kerasPlace, lanesOf, type Place, pytorchPlace } from './places.ts';
import { readRecurrent, writeRecurrent } from './recurrent.ts';
import { readSafetensors, type Tensors, writeSafetensors } from './safetensors.ts';

const forms = cells.flatMap((cell) =>
  (Object.keys(cell.libraries ?? {}) as Library[]).map((library) => ({
    cell,
    library,
    title: `${cell.id} in ${library}`,
  })),
);
const placeOf = (cell: Cell, library: Library, depth: Parameters<typeof kerasPlace>[1], prefix = 'a.'): Place =>
  library === 'pytorch' ? pytorchPlace(prefix, depth) : kerasPlace(cell, depth);
const byId = (id: string): Cell => cells.find((cell) => cell.id === id)!;

const value = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 5e-324));
const valuesOf = (shapes: Readonly<Record<string, readonly number[]>>): fc.Arbitrary<Record<string, Tensor>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(shapes).map(([name, shape]) => {
        const length = { minLength: sizeOf(shape), maxLength: sizeOf(shape) };
        return [name, fc.array(value, length).map((data): Tensor => ({ shape, data: Float64Array.from(data) }))];
      }),
    ),
  );
const depths = fc.record({ layers: fc.integer({ min: 1, max: 3 }), bidirectional: fc.boolean() });
const sizes = fc.record({ X: fc.integer({ min: 1, max: 3 }), H: fc.integer({ min: 1, max: 3 }), Y: fc.constant(1) });

/** Numbers of which −0 and 0 differ, as `toEqual` sees them. */
const plain = (tensors: Iterable<readonly [string, Tensor]>) =>
  Object.fromEntries([...tensors].map(([name, held]) => [name, [held.shape, toArray(held)]]));

describe.each(forms)('$title', ({ cell, library }) => {
  it('comes back bit for bit, in any depth and direction', () => {
    const cases = fc.tuple(depths, sizes).chain(([depth, extents]) =>
      fc.record({
        depth: fc.constant(depth),
        extents: fc.constant(extents),
        weights: valuesOf(stackParameters(cell, extents, depth)),
      }),
    );
    fc.assert(
      fc.property(cases, ({ depth, extents: { X, H }, weights }) => {
        const place = placeOf(cell, library, depth);
        const file = writeSafetensors(writeRecurrent(cell, weights, place));
        const read = readRecurrent(cell, readSafetensors(file).tensors, place);
        expect(plain(Object.entries(read.weights))).toEqual(plain(Object.entries(weights)));
        expect(read).toMatchObject({ depth, sizes: { X, H }, notes: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('is found in a file, with all of its arrays', () => {
    const depth = { layers: library === 'pytorch' ? 2 : 1, bidirectional: true };
    const tensors = writeRecurrent(cell, zeroWeights(cell, depth), placeOf(cell, library, depth));
    const { modules, rest } = findModules(tensors);
    expect(modules).toMatchObject([{ kind: 'recurrent', place: placeOf(cell, library, depth) }]);
    expect(modules[0]!.kind === 'recurrent' && modules[0]!.cells).toContain(cell);
    expect(rest).toEqual([]);
  });

  it('refuses a file in which any one array is missing or misshapen, and names it', () => {
    const place = placeOf(cell, library, { layers: 2 });
    const tensors = writeRecurrent(cell, zeroWeights(cell, { layers: 2 }), place);
    for (const [name, held] of tensors) {
      const longer = [held.shape[0]!, (held.shape[1] ?? 0) + 1];
      const wider: Tensor = { shape: longer, data: new Float64Array(sizeOf(longer)) };
      const deeper: Tensor = { shape: [...held.shape, 1], data: held.data };
      for (const wrong of library === 'pytorch' && name.includes('weight_ih_l0') ? [deeper] : [wider, deeper]) {
        expect(() => readRecurrent(cell, new Map([...tensors, [name, wrong]]), place)).toThrow(
          expect.objectContaining({ name: 'FileError', tensor: name }),
        );
      }
      const without = new Map([...tensors].filter(([other]) => other !== name));
      if (library === 'keras' && name.endsWith('bias'))
        expect(readRecurrent(cell, without, place).notes).toHaveLength(1);
      else expect(() => readRecurrent(cell, without, place)).toThrow(`${name}: expected a tensor`);
    }
  });
});

function zeroWeights(cell: Cell, depth: { layers?: number; bidirectional?: boolean }): Record<string, Tensor> {
  const shapes = stackParameters(cell, { X: 3, H: 2, Y: 1 }, depth);
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, { shape, data: new Float64Array(sizeOf(shape)) }]),
  );
}

describe('what is said about a file', () => {
  const arrays = (entries: Record<string, number[] | number[][]>): Tensors =>
    new Map(Object.entries(entries).map(([name, held]) => [name, tensor(held)]));
  const [H2, ones] = [
    [
      [1, 2],
      [3, 4],
    ],
    [1, 1],
  ];

  it('two biases that merge', () => {
    const held = { weight_ih_l0: [[1], [2]], weight_hh_l0: H2, bias_ih_l0: ones, bias_hh_l0: [0.5, 0] };
    expect(readRecurrent(byId('rnn'), arrays(held), pytorchPlace()).notes).toEqual([
      'bias_ih_l0 and bias_hh_l0 are only ever added; kept is their sum',
    ]);
    expect(readRecurrent(byId('rnn'), arrays({ ...held, bias_hh_l0: [0, 0] }), pytorchPlace()).notes).toEqual([]);
  });

  it('the biases of a GRU, of which n keeps both', () => {
    const held = { weight_ih: [[1], [1], [1]], weight_hh: [[1], [1], [1]], bias_ih: [1, 2, 3], bias_hh: [4, 5, 6] };
    const place: Place = { library: 'pytorch', layers: [{ forward: { prefix: '', suffix: '' } }] };
    const { weights, notes } = readRecurrent(byId('gru-pytorch'), arrays(held), place);
    expect(notes).toEqual(['bias_ih and bias_hh are only ever added, except for n; kept is their sum']);
    expect(['b_r', 'b_z', 'b_n', 'b_hn'].map((name) => toArray(weights[name]!))).toEqual([[5], [7], [3], [6]]);
    expect(readRecurrent(byId('gru-pytorch'), arrays({ ...held, bias_hh: [0, 0, 6] }), place).notes).toEqual([]);
  });

  it('no biases', () => {
    const held = { 'simple_rnn/simple_rnn_cell/kernel': [[1, 2]], 'simple_rnn/simple_rnn_cell/recurrent_kernel': H2 };
    const { weights, notes } = readRecurrent(byId('rnn'), arrays(held), kerasPlace(byId('rnn')));
    expect(toArray(weights.W_xh!)).toEqual([[1], [2]]);
    expect(toArray(weights.b_h!)).toEqual([0, 0]);
    expect(notes).toEqual(['simple_rnn/simple_rnn_cell/bias: none in the file; here the biases are zeros']);
  });

  it.each<[string, Record<string, number[] | number[][]>, string]>([
    [
      'one bias of two',
      { weight_ih_l0: [[1], [2]], weight_hh_l0: H2, bias_ih_l0: ones },
      'bias_hh_l0: expected a tensor of shape [2], found none; there are weight_ih_l0, weight_hh_l0, bias_ih_l0 (for RNN)',
    ],
    [
      'another cell',
      { weight_ih_l0: [[1], [2], [3]], weight_hh_l0: [[1], [2], [3]] },
      'weight_hh_l0: expected shape [1, 1], found [3, 1] (for RNN)',
    ],
    [
      'projections',
      { weight_ih_l0: [[1], [2]], weight_hh_l0: H2, weight_hr_l0: [[1]] },
      'weight_hr_l0: an LSTM with projections (proj_size, [1, 1]) is not supported',
    ],
    ['nothing', {}, 'weight_hh_l0: expected a tensor of shape […, …], found none; the file is empty'],
  ])('%s', (_, held, message) => {
    expect(() => readRecurrent(byId('rnn'), arrays(held), pytorchPlace())).toThrow(message);
  });

  it('layers that do not follow one another', () => {
    const depth = { layers: 2, bidirectional: true };
    const tensors = writeRecurrent(byId('rnn'), zeroWeights(byId('rnn'), depth), pytorchPlace('', depth));
    const wrong = new Map([...tensors, ['weight_ih_l1', tensor(H2)] as const]);
    expect(() => readRecurrent(byId('rnn'), wrong, pytorchPlace('', depth))).toThrow(
      'weight_ih_l1: expected shape [2, 4], found [2, 2] (for RNN)',
    );
  });

  it('a stack that reads backward in one layer only', () => {
    const [first, second] = [pytorchPlace('', { bidirectional: true }).layers[0]!, pytorchPlace().layers[0]!];
    expect(() => readRecurrent(byId('rnn'), new Map(), { library: 'pytorch', layers: [first, second] })).toThrow(
      'in all of its layers or in none',
    );
  });

  it('weights that are not there', () => {
    expect(() => writeRecurrent(byId('rnn'), {}, pytorchPlace())).toThrow(RangeError);
    expect(() => kerasPlace(byId('lstm-1997'))).toThrow('Keras has no cell that computes');
  });
});

describe('a stack written for', () => {
  it.each([
    [pytorchPlace('rnn.', { layers: 2, bidirectional: true }), 'rnn.weight_ih_l1_reverse'],
    [kerasPlace(byId('rnn'), { layers: 2, bidirectional: true }), 'backward_simple_rnn_1/simple_rnn_cell/kernel'],
  ])('$library has its names', (place, name) =>
    expect(arrayNames(place.library, lanesOf(place).at(-1)!)[0]).toBe(name),
  );
});
