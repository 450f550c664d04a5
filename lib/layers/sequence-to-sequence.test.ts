import { describe, expect, it } from 'vitest';
import { lstm, output, rnn, run, sequenceToSequence, type Tensor, toArray } from '../index.ts';
import { distance, randomInputs } from '../testing.ts';

const sizes = { X: 2, Y: 3, H: 2, S: 4, T: 3, loss: 'crossEntropy' } as const;
const rowsOf = (value: Tensor): number[][] => toArray(value) as number[][];

describe.each(['none', 'dot', 'additive'] as const)('attention: %s', (attention) => {
  const program = sequenceToSequence(rnn, { ...sizes, attention });
  const given = randomInputs(program, 3, 0.7, true);
  const read = (key: string, changed: Record<string, Tensor> = {}) =>
    output(program, run(program, { ...given, ...changed }), key);
  const withRow = (name: string, row: number): Record<string, Tensor> => {
    const { shape, data } = given[name]!;
    const width = shape[1]!;
    return { [name]: { shape, data: data.map((x, k) => (Math.floor(k / width) === row ? x + 1 : x)) } };
  };

  it('the decoder goes on from the encoder’s last state', () => {
    const { W_hy: _, ...names } = given;
    expect(Object.keys(names)).toEqual(expect.arrayContaining(['W_hh', 'W_hh^d', 'h_0', 'x', 'before', 'target']));
    const h_S = rowsOf(read('h')).at(-1)!;
    const [W_hh, W_xh, b] = ['W_hh^d', 'W_xh^d', 'b_h^d'].map((name) => toArray(given[name]!)) as [
      number[][],
      number[][],
      number[],
    ];
    const context = attention === 'none' ? [] : rowsOf(read('context'))[0]!;
    const input = [...rowsOf(given.before!)[0]!, ...context];
    const dot = (row: number[], v: number[]) => row.reduce((sum, w, k) => sum + w * v[k]!, 0);
    const h_1 = b.map((bias, i) => Math.tanh(dot(W_hh[i]!, h_S) + dot(W_xh[i]!, input) + bias));
    expect(distance(rowsOf(read('h^d'))[0]!, h_1)).toBeLessThan(1e-15);
  });

  it('what is to be said later changes nothing now, and every source word changes it', () => {
    const y = rowsOf(read('y'));
    expect(rowsOf(read('y', withRow('before', 2))).slice(0, 2)).toEqual(y.slice(0, 2));
    for (let s = 0; s < sizes.S; s++) expect(rowsOf(read('y', withRow('x', s)))[0]).not.toEqual(y[0]);
  });

  it.skipIf(attention === 'none')('weighs the source at each step, with weights that add to 1', () => {
    const weights = rowsOf(read('weights'));
    expect(read('weights').shape).toEqual([sizes.T, sizes.S]);
    const encodings = rowsOf(read('h'));
    rowsOf(read('context')).forEach((context, t) => {
      expect(weights[t]!.reduce((sum, w) => sum + w)).toBeCloseTo(1, 14);
      const mixed = context.map((_, i) => weights[t]!.reduce((sum, w, s) => sum + w * encodings[s]![i]!, 0));
      expect(distance(context, mixed)).toBeLessThan(1e-15);
    });
  });
});

it('asks with the state that the decoder has reached', () => {
  const program = sequenceToSequence(rnn, { ...sizes, attention: 'dot' });
  const values = run(program, randomInputs(program, 3, 0.7, true));
  const [encodings, states, weights] = ['h', 'h^d', 'weights'].map((key) => rowsOf(output(program, values, key))) as [
    number[][],
    number[][],
    number[][],
  ];
  const queries = [encodings.at(-1)!, ...states.slice(0, -1)];
  queries.forEach((query, t) => {
    const powers = encodings.map((e) => Math.exp(e.reduce((sum, x, k) => sum + x * query[k]!, 0)));
    const total = powers.reduce((sum, p) => sum + p);
    expect(
      distance(
        weights[t]!,
        powers.map((p) => p / total),
      ),
    ).toBeLessThan(1e-15);
  });
});

it('hands on all of an LSTM’s state, its cell too', () => {
  const program = sequenceToSequence(lstm, { ...sizes, attention: 'none' });
  const given = randomInputs(program, 3, 0.7, true);
  const values = run(program, given);
  const c_S = rowsOf(values.get('c')!).at(-1);
  const [f, i, g] = ['f^d', 'i^d', 'g^d'].map((key) => rowsOf(output(program, values, key))[0]!);
  const c_1 = f!.map((gate, k) => gate * c_S![k]! + i![k]! * g![k]!);
  expect(distance(rowsOf(output(program, values, 'c^d'))[0]!, c_1)).toBeLessThan(1e-15);
});
