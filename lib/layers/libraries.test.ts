/**
 * Stacks of layers against `torch.nn` and Keras in float64 (`fixtures/torch_gated.py`, `keras_stacks.py`), to 1e-10
 * relative: both ways, masked, with and without biases.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libraryForm } from '../cells/library-form.ts';
import {
  type Case,
  type KerasCase,
  kerasCell,
  relativeDistance,
  type TorchCase,
  torchCell,
  total,
  withSecondBiases,
} from '../cells/testing.ts';
import {
  type Arrays,
  backward,
  type Cell,
  fromKeras,
  fromPytorch,
  masked,
  mse,
  output,
  outputWidth,
  type Program,
  parameterCount,
  run,
  scan,
  stackLanes,
  sumTime,
  type Tensor,
  type TensorLike,
  tensor,
  toKeras,
  toPytorch,
  type Weights,
} from '../index.ts';
import { slice } from '../tensor.ts';
import { stackProgram } from './testing.ts';

/** States are stored by lane, then by example: at the start, and after the last step that was read. */
interface StackCase extends Case {
  readonly h_0: TensorLike[][];
  readonly c_0?: TensorLike[][];
  readonly h_T: TensorLike[][];
  readonly c_T?: TensorLike[][];
  readonly gradients: { readonly x: TensorLike[]; readonly h_0: TensorLike[][]; readonly c_0?: TensorLike[][] };
  /** Of the examples, where some are shorter than T and masked. */
  readonly lengths?: readonly number[];
}

interface KerasStack extends KerasCase, StackCase {
  /** By lane. */
  readonly weights: readonly Arrays[];
  readonly gradients: StackCase['gradients'] & { readonly weights: readonly Arrays[] };
}

const read = <C>(file: string): C[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')).cases;
const torch = read<TorchCase & StackCase>('torch-gated.json');
const keras = read<KerasStack>('keras-stacks.json');

const close = (actual: TensorLike, expected: TensorLike, what: string): void =>
  expect(relativeDistance(actual, expected), what).toBeLessThanOrEqual(1e-10);

/**
 * Runs a case example by example and compares outputs, losses, final states, and the gradients of inputs and initial
 * states.
 *
 * @param weights of each lane, in the order of `stackLanes`
 * @returns the gradients of lane k's weights, added over the examples
 */
function reproduce(cell: Cell, each: StackCase, weights: readonly Weights[]): (k: number) => Weights {
  const { layers, directions, sizes, gradients } = each;
  const lanes = stackLanes({ layers, bidirectional: directions === 2 });
  const symbols = Object.keys(cell.state({ ...sizes, Y: 1 })) as ('h' | 'c')[];
  const lengths = each.lengths ?? Array<number>(sizes.N).fill(sizes.T);
  const program = programOf(cell, each);
  const names = program.inputs.map(({ name }) => name);
  const both = backward(program, { wrt: names.filter((name) => name !== 'target' && name !== 'mask') });
  const behind = (suffix: string, record: Weights): Record<string, Tensor> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name + suffix, value]));
  const runs = lengths.map((length, n) => {
    const states = lanes.flatMap(({ suffix }, k) =>
      symbols.map((symbol) => [`${symbol}${suffix}_0`, each[`${symbol}_0`]![k]![n]!] as const),
    );
    const values = run(both, {
      ...Object.assign({}, ...lanes.map(({ suffix }, k) => behind(suffix, weights[k]!))),
      ...Object.fromEntries(states),
      ...(each.lengths && { mask: Array.from({ length: sizes.T }, (_, t) => (t < length ? 1 : 0)) }),
      ...{ x: each.x[n]!, target: each.target[n]! },
    });
    return (key: string): Tensor => output(both, values, key);
  });
  runs.forEach((value, n) => {
    // At a padded step a library gives out what it gave before, or zeros; here it is the state.
    close(counted(value('out'), lengths[n]!), counted(each.output[n]!, lengths[n]!), 'output');
    close(value('L'), each.L[n]!, 'L');
    close(value('dL/dx'), gradients.x[n]!, 'dL/dx');
    for (const symbol of symbols)
      lanes.forEach(({ suffix, reverse }, k) => {
        const final = slice(value(symbol + suffix), reverse ? 0 : sizes.T - 1);
        close(final, each[`${symbol}_T`]![k]![n]!, `final ${symbol}${suffix}`);
        close(value(`dL/d${symbol}${suffix}_0`), gradients[`${symbol}_0`]![k]![n]!, `dL/d${symbol}${suffix}_0`);
      });
  });
  const own = Object.keys(cell.parameters({ ...sizes, Y: 1 }));
  return (k) =>
    Object.fromEntries(
      own.map((name) => [name, total(runs.map((value) => value(`dL/d${name}${lanes[k]!.suffix}`)))] as const),
    );
}

/** A stack with the squared error of each step that counts. */
function programOf(cell: Cell, { layers, directions, sizes, lengths }: StackCase): Program {
  const depth = { layers, bidirectional: directions === 2 };
  const more = {
    target: { shape: [sizes.T, outputWidth(sizes, depth)], kind: 'data' as const },
    ...(lengths && { mask: { shape: [sizes.T], kind: 'data' as const } }),
  };
  return stackProgram(cell, depth, sizes, more, (all, { target, mask }) => {
    const steps = { y: all.out!, target: target!, ...(mask && { mask }) };
    const { l } = scan({}, steps, (_, now) => ({
      l: now.mask ? masked(mse)(now.y!, now.target!, now.mask) : mse(now.y!, now.target!),
    }));
    return { ...all, L: sumTime(l!) };
  });
}

/** A sequence with zeros behind its first steps. */
const counted = (value: TensorLike, length: number): Tensor => {
  const { shape, data } = tensor(value);
  const width = data.length / shape[0]!;
  return { shape, data: data.map((v, k) => (k < length * width ? v : 0)) };
};

describe('torch.nn', () => {
  it('covers one to three layers, both ways, with and without biases, up to 60 steps', () => {
    const kinds = (of: (each: (typeof torch)[number]) => unknown) =>
      new Set(torch.map((each) => `${each.module} ${of(each)}`)).size;
    expect(kinds(({ layers }) => layers)).toBe(3 * 3);
    expect(kinds(({ directions }) => directions)).toBe(3 * 2);
    expect(kinds(({ sizes }) => sizes.T === 60)).toBe(3 * 2);
    expect(kinds(({ name }) => name.endsWith('no-bias'))).toBe(3 * 2);
  });

  it.each(torch.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const cell = torchCell(each);
    const { gates } = libraryForm(cell, 'pytorch');
    const lanes = stackLanes({ layers: each.layers, bidirectional: each.directions === 2 });
    const suffixes = lanes.map(({ layer, reverse }) => `l${layer - 1}${reverse ? '_reverse' : ''}`);
    const weights = suffixes.map((suffix) => fromPytorch(cell, each.weights, suffix));
    const gradientsOf = reproduce(cell, each, weights);
    const ours = suffixes.map((suffix, k) => toPytorch(cell, withSecondBiases(gates, gradientsOf(k)), suffix));
    const arrays: Arrays = Object.assign({}, ...ours);
    for (const name of Object.keys(each.weights)) close(arrays[name]!, each.gradients[name]!, `gradient of ${name}`);
  });
});

describe('keras.layers', () => {
  it('covers several layers, both ways, both modes of GRU, masks and layers without biases', () => {
    const of = Map.groupBy(keras, (each) => kerasCell(each).id);
    expect([...of.keys()]).toEqual(['lstm', 'gru-keras', 'gru-keras-before', 'rnn']);
    for (const [id, own] of of) {
      expect(Math.max(...own.map(({ layers }) => layers)), id).toBe(3);
      expect(new Set(own.map(({ directions }) => directions)), id).toEqual(new Set([1, 2]));
    }
    expect(keras.filter(({ lengths }) => lengths)).toHaveLength(3);
    expect(keras.filter(({ name }) => name.endsWith('no-bias'))).toHaveLength(2);
  });

  it.each(keras.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const cell = kerasCell(each);
    const { gates } = libraryForm(cell, 'keras');
    const weights = each.weights.map((arrays) => fromKeras(cell, arrays));
    const gradientsOf = reproduce(cell, each, weights);
    each.gradients.weights.forEach((expected, k) => {
      const arrays: Arrays = toKeras(cell, withSecondBiases(gates, gradientsOf(k)));
      for (const [name, gradient] of Object.entries(expected))
        close(arrays[name]!, gradient, `gradient of ${name}, lane ${k + 1}`);
    });
  });

  it.each(keras.filter(({ name }) => !name.endsWith('no-bias')))('counts as Keras does: $name', (each) => {
    const { X, H } = each.sizes;
    const lanes = stackLanes({ layers: each.layers, bidirectional: each.directions === 2 });
    const counts = lanes.map(({ layer }) =>
      parameterCount(kerasCell(each), { X: layer === 1 ? X : each.directions * H, H, Y: 1 }, 'keras'),
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(each.count);
  });
});
