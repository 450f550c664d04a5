/** Numbers from PyTorch and Keras in float64 (`fixtures/torch_gated.py`, `keras_gated.py`), to 1e-10 relative. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Arrays,
  backward,
  type Cell,
  cells,
  fromKeras,
  fromPytorch,
  gru,
  gruKeras,
  gruKerasBefore,
  gruPytorch,
  jordan,
  lstm,
  lstmPeephole,
  network,
  output,
  parameterCount,
  run,
  sizeOf,
  type TensorLike,
  tensor,
  toArray,
  toKeras,
  toPytorch,
  type Weights,
} from '../index.ts';
import { randomInputs } from '../testing.ts';
import { libraryForm } from './library-form.ts';
import {
  type Case,
  type KerasCase,
  kerasCell,
  relativeDistance,
  type TorchCase,
  torchCell,
  total,
  withSecondBiases,
} from './testing.ts';

/** Of one layer and direction. */
interface OneLayer extends Case {
  readonly weights: Arrays;
  readonly gradients: Readonly<Record<string, TensorLike>>;
}

const read = <T>(file: string): T[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')).cases;
const torch = read<TorchCase & OneLayer>('torch-gated.json').filter(
  ({ layers, directions }) => layers === 1 && directions === 1,
);
const keras = read<KerasCase & OneLayer>('keras-gated.json');

const close = (actual: TensorLike, expected: TensorLike, what: string) => {
  expect(relativeDistance(actual, expected), what).toBeLessThanOrEqual(1e-10);
};
const identity = (n: number) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j)));

/** Runs a case here, with a readout that changes nothing, and returns the gradients of the weights. */
function reproduce(
  cell: Cell,
  weights: Weights,
  given: OneLayer,
  stateOf: (key: string, n: number) => TensorLike,
): Weights {
  const { X, H, T, N } = given.sizes;
  const names = Object.keys(cell.parameters({ X, H, Y: H }));
  const states = Object.keys(cell.state({ X, H, Y: H }));
  const program = backward(network(cell, { X, H, Y: H, T, loss: 'mse', lossAt: 'every' }), {
    wrt: [...names, ...states.map((key) => `${key}_0`), 'x'],
  });
  const readout = { W_hy: identity(H), b_y: Array<number>(H).fill(0) };
  const runs = Array.from({ length: N }, (_, n) => {
    const initial = Object.fromEntries(states.map((key) => [`${key}_0`, stateOf(`${key}_0`, n)]));
    const values = run(program, { ...weights, ...readout, ...initial, x: given.x[n]!, target: given.target[n]! });
    return (key: string) => output(program, values, key);
  });
  runs.forEach((value, n) => {
    close(value('h'), given.output[n]!, `output of example ${n}`);
    close(value('L'), given.L[n]!, `loss of example ${n}`);
    close(value('dL/dx'), (given.gradients.x as TensorLike[])[n]!, `dL/dx of example ${n}`);
    for (const key of states) {
      const last = (toArray(value(key)) as TensorLike[]).at(-1)!;
      close(last, stateOf(`${key}_T`, n), `${key}_T of example ${n}`);
      close(value(`dL/d${key}_0`), stateOf(`d${key}_0`, n), `dL/d${key}_0 of example ${n}`);
    }
  });
  return Object.fromEntries(names.map((name) => [name, total(runs.map((value) => value(`dL/d${name}`)))]));
}

/** The n-th example's part of what a case stores with axes before it: a state, or with `d` its gradient. */
const stateIn = (each: OneLayer, unwrap: (value: TensorLike) => TensorLike) => (key: string, n: number) => {
  const stored = key.startsWith('d')
    ? each.gradients[key.slice(1)]
    : (each as unknown as Record<string, TensorLike>)[key];
  return (unwrap(stored!) as TensorLike[])[n]!;
};

describe('PyTorch', () => {
  it.each(torch.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const cell = torchCell(each);
    const state = stateIn(each, (layers) => (layers as TensorLike[])[0]!);
    const gradients = reproduce(cell, fromPytorch(cell, each.weights), each, state);
    const arrays = toPytorch(cell, withSecondBiases(libraryForm(cell, 'pytorch').gates, gradients));
    for (const name of Object.keys(each.weights)) close(arrays[name]!, each.gradients[name]!, `gradient of ${name}`);
  });

  it.each(torch.filter(({ name }) => !name.includes('no-bias')))(
    'has as many numbers as are counted: $name',
    (each) => {
      const numbers = Object.values(each.weights).reduce((sum: number, array) => sum + sizeOf(tensor(array).shape), 0);
      expect(parameterCount(torchCell(each), { ...each.sizes, Y: 1 }, 'pytorch')).toBe(numbers);
    },
  );
});

describe('Keras', () => {
  it.each(keras.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const cell = kerasCell(each);
    const gradients = reproduce(
      cell,
      fromKeras(cell, each.weights),
      each,
      stateIn(each, (examples) => examples),
    );
    const arrays = toKeras(cell, withSecondBiases(libraryForm(cell, 'keras').gates, gradients));
    for (const name of Object.keys(each.weights) as (keyof typeof arrays)[])
      close(arrays[name], each.gradients[name]!, `gradient of ${name}`);
  });

  it.each(keras.filter(({ name }) => !name.includes('no-bias')))('counts as Keras does: $name', (each) => {
    expect(parameterCount(kerasCell(each), { ...each.sizes, Y: 1 }, 'keras')).toBe(each.count);
  });
});

describe('layouts', () => {
  const sizes = { X: 2, H: 3, Y: 1 };
  const weightsOf = (cell: Cell): Weights => {
    const drawn = randomInputs(network(cell, { ...sizes, T: 1, loss: 'mse' }), 5);
    return Object.fromEntries(Object.keys(cell.parameters(sizes)).map((name) => [name, drawn[name]!]));
  };
  const inPytorch = cells.filter(({ libraries }) => libraries?.pytorch);
  const inKeras = cells.filter(({ libraries }) => libraries?.keras);

  it.each(inPytorch)('$id goes to PyTorch and back unchanged, whatever the layer', (cell) => {
    const weights = weightsOf(cell);
    const arrays = toPytorch(cell, weights, 'l1_reverse');
    expect(Object.keys(arrays)).toEqual(
      ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'].map((name) => `${name}_l1_reverse`),
    );
    expect(fromPytorch(cell, arrays, 'l1_reverse')).toEqual(weights);
  });

  it.each(inKeras)('$id goes to Keras and back unchanged', (cell) => {
    const weights = weightsOf(cell);
    expect(fromKeras(cell, toKeras(cell, weights))).toEqual(weights);
  });

  it('carries weights from one library to the other', () => {
    const weights = weightsOf(gruPytorch);
    expect(fromKeras(gruKeras, toKeras(gruPytorch, weights))).toEqual(weights);
  });

  it('adds the two biases of PyTorch, but keeps b_hn apart', () => {
    const arrays = {
      ...toPytorch(gruPytorch, weightsOf(gruPytorch)),
      bias_ih_l0: [1, 1, 1, 2, 2, 2, 3, 3, 3],
      bias_hh_l0: [10, 10, 10, 20, 20, 20, 30, 30, 30],
    };
    const { b_r, b_z, b_n, b_hn } = fromPytorch(gruPytorch, arrays);
    expect([b_r, b_z, b_n, b_hn].map((bias) => bias!.data[0])).toEqual([11, 22, 3, 30]);
  });

  it('reads a layer without biases as one with zeros', () => {
    const { weight_ih_l0, weight_hh_l0 } = toPytorch(lstm, weightsOf(lstm));
    expect(fromPytorch(lstm, { weight_ih_l0: weight_ih_l0!, weight_hh_l0: weight_hh_l0! }).b_f!.data).toEqual(
      new Float64Array(3),
    );
    const { kernel, recurrent_kernel } = toKeras(gruKeras, weightsOf(gruKeras));
    expect(fromKeras(gruKeras, { kernel, recurrent_kernel }).b_hn!.data).toEqual(new Float64Array(3));
  });

  it('says which array is missing or misshapen', () => {
    const arrays = toPytorch(lstm, weightsOf(lstm));
    expect(() => fromPytorch(lstm, {})).toThrow('missing array weight_hh_l0');
    expect(() => fromPytorch(lstm, { ...arrays, weight_ih_l0: [[1, 2]] })).toThrow(
      'weight_ih_l0: expected [12, 2], got [1, 2]',
    );
    const { bias_hh_l0: _, ...one } = arrays;
    expect(() => fromPytorch(lstm, one)).toThrow('missing array bias_hh_l0');
    expect(() => fromPytorch(gruPytorch, arrays)).toThrow('weight_hh_l0: expected [9, 3], got [12, 3]');
    expect(() => fromPytorch(lstm, { ...arrays, weight_hr_l0: [[1]] })).toThrow('projections');
    const before = toKeras(gruKerasBefore, weightsOf(gruKerasBefore));
    expect(() => fromKeras(gruKeras, before)).toThrow('bias: expected [2, 9], got [9]');
    expect(() => toPytorch(lstm, {})).toThrow('missing array W_xi');
  });

  it('refuses what a library does not have', () => {
    expect(() => toPytorch(jordan, {})).toThrow('PyTorch has no cell that computes "Jordan network"');
    expect(() => fromKeras(lstmPeephole, {})).toThrow('Keras has no cell that computes "LSTM with peepholes"');
    expect(() => toKeras(gru, weightsOf(gru))).toThrow('Keras has no cell that computes "GRU of Chung et al."');
  });
});
