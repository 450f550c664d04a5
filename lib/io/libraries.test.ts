/** Files of PyTorch and Keras: that their weights, read here, compute what the libraries compute. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Cell, cells } from '../cells/index.ts';
import { stackProgram } from '../layers/testing.ts';
import { output, run } from '../run.ts';
import { sizeOf, type Tensor, tensor, toArray } from '../tensor.ts';
import { readDense, readEmbedding } from './layers.ts';
import { findModules } from './modules.ts';
import { kerasPlace, lanesOf, pytorchPlace } from './places.ts';
import { type Read, type ReadRecurrent, readRecurrent } from './recurrent.ts';
import { readSafetensors, type Tensors } from './safetensors.ts';

const byId = (id: string): Cell => cells.find((cell) => cell.id === id)!;
const fileOf = (name: string): Tensors =>
  readSafetensors(new Uint8Array(readFileSync(`lib/fixtures/${name}.safetensors`))).tensors;
const resultsOf = (name: string): Record<string, number[][]> =>
  JSON.parse(readFileSync(`lib/fixtures/${name}.json`, 'utf8'));

function expectClose(given: Tensor, wanted: number[][]): void {
  const expected = tensor(wanted);
  expect(given.shape).toEqual(expected.shape);
  const gap = Math.max(...given.data.map((x, i) => Math.abs(x - expected.data[i]!)));
  expect(gap).toBeLessThan(1e-12);
}

function applyDense({ weights: { W, b } }: Read, xs: number[][]): Tensor {
  const rows = toArray(W!) as number[][];
  return tensor(xs.map((x) => rows.map((row, i) => row.reduce((sum, w, j) => sum + w * x[j]!, b!.data[i]!))));
}

describe('a file of torch.nn modules', () => {
  const tensors = fileOf('torch-modules');
  const { results } = resultsOf('torch-modules') as unknown as { results: Record<string, number[][]> };

  it('is sorted into its modules', () => {
    const { modules, rest } = findModules(tensors);
    const shown = modules.map((found) =>
      found.kind === 'recurrent'
        ? [found.name, found.place.layers.length, found.cells[0]!.id]
        : [found.name, found.kind],
    );
    expect(shown).toEqual([
      ['gru', 2, 'gru-pytorch'],
      ['lstm', 2, 'lstm'],
      ['rnn', 1, 'rnn'],
      ['embedding', 'embedding'],
      ['fc', 'dense'],
    ]);
    expect(rest).toEqual([]);
  });

  it.each([
    ['lstm', 'lstm', { layers: 2, bidirectional: true }],
    ['gru', 'gru-pytorch', { layers: 2 }],
    ['rnn', 'rnn', {}],
  ])('computes what PyTorch computes: %s', (name, id, depth) => {
    const read = readRecurrent(byId(id), tensors, pytorchPlace(`${name}.`, depth));
    expectClose(outputOf(byId(id), read, results.x!), results[name]!);
    expect(read.notes.length).toBe(lanesOf(pytorchPlace('', depth)).length);
  });

  it('and its linear layer and embedding too', () => {
    expectClose(applyDense(readDense(tensors, 'pytorch', 'fc.'), results.lstm!), results.fc!);
    const { E } = readEmbedding(tensors, 'pytorch', 'embedding.').weights;
    expect((results.indices as unknown as number[]).map((k) => (toArray(E!) as number[][])[k])).toEqual(
      results.embedding,
    );
  });
});

describe('a file of Keras layers', () => {
  const tensors = fileOf('keras-modules');
  const results = resultsOf('keras-modules');
  const { modules, rest } = findModules(tensors);
  const places = (model: string) =>
    modules.flatMap((found) => (found.kind === 'recurrent' && found.name.startsWith(model) ? found.place.layers : []));

  it.each([
    ['lstm', 'lstm'],
    ['gru_after', 'gru-keras'],
    ['gru_before', 'gru-keras-before'],
  ])('computes what Keras computes: %s', (model, id) => {
    const read = readRecurrent(byId(id), tensors, { library: 'keras', layers: places(model) });
    expect(read.depth.layers).toBe(2);
    expect(read.notes.length).toBe(model === 'gru_after' ? 2 : 0);
    expectClose(outputOf(byId(id), read, results.x!), results[model]!);
  });

  it('and with a dense layer behind', () => {
    const read = readRecurrent(byId('rnn'), tensors, kerasPlace(byId('rnn'), {}, 'rnn/'));
    const h = toArray(outputOf(byId('rnn'), read, results.x!)) as number[][];
    expectClose(applyDense(readDense(tensors, 'keras', 'rnn/dense/'), h), results.rnn!);
    expect(rest).toEqual([]);
  });
});

function outputOf(cell: Cell, { weights, sizes, depth }: ReadRecurrent, x: number[][]): Tensor {
  const program = stackProgram(cell, depth, { ...sizes, T: x.length }, {}, ({ out }) => ({ out: out! }));
  const states = program.inputs.filter(({ kind }) => kind === 'state');
  const zeros = states.map(({ name, shape }) => [name, { shape, data: new Float64Array(sizeOf(shape)) }]);
  return output(program, run(program, { ...weights, ...Object.fromEntries(zeros), x }), 'out');
}
