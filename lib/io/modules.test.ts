import { describe, expect, it } from 'vitest';
import type { Tensor } from '../tensor.ts';
import { kerasNames } from './keras-names.ts';
import { findModules, type RecurrentModule } from './modules.ts';

const tensorsOf = (shapes: Record<string, number[]>): Map<string, Tensor> =>
  new Map(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      { shape, data: new Float64Array(shape.reduce((n, d) => n * d, 1)) },
    ]),
  );

const summary = (shapes: Record<string, number[]>) => {
  const { modules, rest } = findModules(kerasNames(tensorsOf(shapes)));
  const of = (found: (typeof modules)[number]) =>
    found.kind === 'recurrent'
      ? `${found.name}: ${found.cells.map(({ id }) => id).join(' or ')}, ${found.place.layers.length}${found.place.layers[0]!.backward ? ' both ways' : ''}`
      : `${found.name}: ${found.kind} (${found.library})`;
  return { modules: modules.map(of), rest };
};

describe('findModules', () => {
  const layersOf = (...numbers: number[]) =>
    Object.fromEntries(
      numbers.flatMap((k) => [
        [`rnn.weight_ih_l${k}`, [4, 4]],
        [`rnn.weight_hh_l${k}`, [4, 4]],
      ]),
    );

  it('puts the layers of a PyTorch stack in order, also from the eleventh on', () => {
    const { modules } = findModules(tensorsOf(layersOf(0, 1, 10, 11, 2, 3, 4, 5, 6, 7, 8, 9)));
    const suffixes = (modules[0] as RecurrentModule).place.layers.map(({ forward }) => forward.suffix);
    expect(suffixes).toEqual(Array.from({ length: 12 }, (_, k) => `_l${k}`));
  });

  it('takes layers with one missing between them for no stack', () => {
    expect(findModules(tensorsOf(layersOf(0, 2))).modules).toEqual([]);
  });

  it('knows the names of a Keras 3 model', () => {
    expect(
      summary({
        'embedding/embeddings': [5, 3],
        'forward_lstm/lstm_cell/kernel': [3, 16],
        'forward_lstm/lstm_cell/recurrent_kernel': [4, 16],
        'forward_lstm/lstm_cell/bias': [16],
        'backward_lstm/lstm_cell/kernel': [3, 16],
        'backward_lstm/lstm_cell/recurrent_kernel': [4, 16],
        'backward_lstm/lstm_cell/bias': [16],
        'gru/gru_cell/kernel': [8, 12],
        'gru/gru_cell/recurrent_kernel': [4, 12],
        'gru/gru_cell/bias': [2, 12],
        'gru_1/gru_cell/kernel': [4, 12],
        'gru_1/gru_cell/recurrent_kernel': [4, 12],
        'gru_1/gru_cell/bias': [12],
        'dense/kernel': [4, 2],
        'dense/bias': [2],
        seed_generator_state: [2],
      }),
    ).toEqual({
      modules: [
        'forward_lstm/lstm_cell: lstm, 1 both ways',
        'gru/gru_cell: gru-pytorch or gru-keras, 1',
        'gru_1/gru_cell: gru-cho or gru-keras-before, 1',
        'embedding: embedding (keras)',
        'dense: dense (keras)',
      ],
      rest: ['seed_generator_state'],
    });
  });

  it('knows the numbered names of Keras’ .weights.h5, and those of TensorFlow', () => {
    expect(
      summary({
        'layers/gru/cell/vars/0': [8, 12],
        'layers/gru/cell/vars/1': [4, 12],
        'layers/gru/cell/vars/2': [2, 12],
        'layers/embedding_1/vars/0': [5, 3],
        'layers/dense/vars/0': [4, 2],
        'layers/dense/vars/1': [2],
        'layers/dense/vars/7': [2],
        'lstm/lstm_cell/kernel:0': [3, 16],
        'lstm/lstm_cell/recurrent_kernel:0': [4, 16],
      }),
    ).toEqual({
      modules: [
        'layers/gru/cell: gru-pytorch or gru-keras, 1',
        'lstm/lstm_cell: lstm, 1',
        'layers/embedding_1: embedding (keras)',
        'layers/dense: dense (keras)',
      ],
      rest: ['layers/dense/vars/7'],
    });
  });

  it('knows PyTorch’s cells, and modules without a name', () => {
    expect(summary({ weight_ih: [4, 3], weight_hh: [4, 4] })).toEqual({ modules: [': rnn or rnn-relu, 1'], rest: [] });
    expect(summary({ weight: [4, 3], bias: [4] })).toEqual({ modules: [': dense (pytorch)'], rest: [] });
  });

  it('leaves what it does not know', () => {
    const shapes = {
      weight_hh_l0: [7, 4],
      'conv.weight': [2, 3, 4],
      'bn.running_mean': [3],
      ['__proto__']: [1],
      weight_hh_l1_reverse: [4, 4],
    };
    expect(summary(shapes)).toEqual({ modules: [], rest: Object.keys(shapes) });
  });
});

describe('kerasNames', () => {
  it('refuses to call two tensors the same', () => {
    expect(() => kerasNames(tensorsOf({ 'a/kernel': [1, 1], 'a/kernel:0': [1, 1] }))).toThrow(
      'a/kernel:0: another tensor is called a/kernel already',
    );
  });
});
