import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromKeras, fromPytorch, tensor } from 'unrolled';
import { describe, expect, it } from 'vitest';
import type { Given } from './carry.ts';
import { examples } from './examples.ts';
import { FORMS, type FormId, formOf, type Layer } from './forms.ts';
import { frameOf, gapOf, lastOf, lineOf, tableOf } from './model.ts';
import { open } from './open.ts';
import { sampleFile } from './samples.ts';
import { CARRIES, START } from './state.ts';

const CLOSE = 1e-12;

interface Fixture {
  readonly name: string;
  readonly sizes: { readonly X: number; readonly H: number; readonly N: number };
  readonly weights: Record<string, number[][]>;
  readonly x: number[][][];
  readonly h_0: number[][] | number[][][];
  readonly output: number[][][];
}
const fixtures = (file: string, pattern: RegExp): Fixture[] =>
  JSON.parse(readFileSync(`lib/fixtures/${file}.json`, 'utf8')).cases.filter(({ name }: Fixture) => pattern.test(name));

/** Every single layer that a library computed, with the form that it is at home in. */
const computed: [string, Layer, FormId, Fixture][] = [
  ...fixtures('torch-gated', /^GRU.*-L1-D1/).map((each) => [`PyTorch ${each.name}`, 'gru', 'pytorch', each] as const),
  ...fixtures('keras-gated', /^GRU-after/).map((each) => [`Keras ${each.name}`, 'gru', 'keras', each] as const),
  ...fixtures('keras-gated', /^GRU-before/).map((each) => [`Keras ${each.name}`, 'gru', 'kerasBefore', each] as const),
  ...fixtures('torch-gated', /^LSTM.*-L1-D1/).map((each) => [`PyTorch ${each.name}`, 'lstm', 'pytorch', each] as const),
  ...fixtures('keras-gated', /^LSTM/).map((each) => [`Keras ${each.name}`, 'lstm', 'keras', each] as const),
].map((each) => [...each]);

/** Who computes the same as whom, once z is turned over: the agreement table, by hand. */
const SAME: readonly (readonly FormId[])[] = [
  ['chung', 'cho', 'kerasBefore'],
  ['pytorch', 'keras'],
  ['article', 'pytorch', 'keras', 'onnx'],
];
const isSame = (layer: Layer, a: FormId, b: FormId): boolean =>
  SAME.slice(layer === 'gru' ? 0 : 2, layer === 'gru' ? 2 : 3).some((ids) => ids.includes(a) && ids.includes(b));

describe('the agreement table equals what the libraries computed', () => {
  it.each(computed)('%s', (_, layer, id, { sizes, weights, x, h_0, output, ...rest }) => {
    const home = formOf(layer, id);
    const read = home.counted === 'pytorch' ? fromPytorch(home.cell, weights) : fromKeras(home.cell, weights);
    const given: Given = { layer, home, weights: read, sizes: { X: sizes.X, H: sizes.H } };
    for (let n = 0; n < sizes.N; n++) {
      // PyTorch has an axis for layers before that of examples.
      const start = (states: unknown) =>
        tensor(((id === 'pytorch' ? (states as number[][][])[0] : states) as number[][])[n]!);
      const c_0 = (rest as { c_0?: number[][] }).c_0;
      const inputs = { x: tensor(x[n]!), h_0: start(h_0), ...(c_0 && { c_0: start(c_0) }) };
      const { rows, gaps } = tableOf(given, layer === 'gru' ? 'turned' : 'letter', inputs);
      const theirs = tensor(output[n]!);
      const at = rows.findIndex(({ form }) => form.id === id);
      rows.forEach(({ form, states, group }, k) => {
        const gap = gapOf(states, theirs);
        expect(Math.abs(gap - gaps[at]![k]!)).toBeLessThan(CLOSE);
        if (isSame(layer, id, form.id)) expect(gap).toBeLessThan(CLOSE);
        // With one unit only b_hn tells the two sides apart, and without biases nothing does.
        else if (sizes.H > 1) expect(gap).toBeGreaterThan(1e-4);
        if (sizes.H > 1) expect(group === rows[at]!.group).toBe(isSame(layer, id, form.id));
      });
    }
  });
});

describe('the three ways to carry numbers over', () => {
  const groups = (change: object) =>
    frameOf({ ...START, ...change }).groups.map((rows) => rows.map(({ form }) => form.id).join(' '));

  it('by letters: the polarity of z and the side of r tell three functions apart', () => {
    expect(groups({})).toEqual(['chung', 'cho kerasBefore', 'pytorch keras']);
  });
  it('with z turned over: only the side of r is left', () => {
    expect(groups({ carry: 'turned' })).toEqual(['chung cho kerasBefore', 'pytorch keras']);
    expect(groups({ carry: 'turned', home: 'chung' })).toEqual(['chung cho kerasBefore', 'pytorch keras']);
  });
  it('a diagonal W_hn and b_hn = 0: nothing is left; b_hn alone keeps the sides apart', () => {
    const diagonal = { carry: 'turned', isDiagonal: true };
    expect(groups({ ...diagonal, hasSecondBias: false })).toEqual(['chung cho pytorch keras kerasBefore']);
    expect(groups(diagonal)).toEqual(['chung cho kerasBefore', 'pytorch keras']);
    expect(groups({ ...diagonal, home: 'cho' })).toEqual(['chung cho pytorch keras kerasBefore']);
  });
  it('block by block: PyTorch and Keras no longer agree on a GRU, but still on an LSTM', () => {
    expect(groups({ carry: 'blocks' })).toEqual(['chung', 'cho', 'pytorch', 'keras', 'kerasBefore']);
    expect(groups(examples['lstm-orders'])).toEqual(['article', 'pytorch keras', 'onnx']);
  });
  it('an LSTM by its letters is one function everywhere', () => {
    expect(groups({ ...examples['lstm-orders'], carry: 'letter' })).toEqual(['article pytorch keras onnx']);
  });
});

describe('the points under a pair', () => {
  it('name a difference exactly when there is one', () => {
    const states = fc.record({
      layer: fc.constantFrom('gru' as const, 'lstm' as const),
      carry: fc.constantFrom(...CARRIES),
      H: fc.constantFrom(2, 3),
      seed: fc.integer({ min: 1, max: 9999 }),
      hasSecondBias: fc.boolean(),
      isDiagonal: fc.boolean(),
      picks: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
    });
    fc.assert(
      fc.property(states, ({ picks, ...change }) => {
        const ids = FORMS[change.layer].map(({ id }) => id);
        const [home, a, b] = picks.map((k) => ids[k % ids.length]!) as [FormId, FormId, FormId];
        const carry = change.layer === 'lstm' && change.carry === 'turned' ? 'letter' : change.carry;
        const { look } = frameOf({ ...START, ...change, carry, home, pair: [a, b] });
        expect(look.facts.every(({ standing }) => standing !== 'different')).toBe(look.agree);
        expect(look.from === undefined).toBe(look.agree);
      }),
      { numRuns: 300 },
    );
  });
  it('say that z shows at the first step and r at the second, because h_0 is 0', () => {
    expect(frameOf(START).look.from).toBe(1);
    expect(frameOf({ ...examples['z-turned'], hasSecondBias: false }).look.from).toBe(2);
  });
});

it('counts: 12672 with one bias a gate, 12864 with two; LSTM 16896 and 17152', () => {
  const counts = (state: typeof START) => frameOf(state).rows.map(({ form, count }) => [form.id, count]);
  expect(counts(examples['sixty-four'])).toEqual([
    ['chung', 12672],
    ['cho', 12672],
    ['pytorch', 12864],
    ['keras', 12864],
    ['kerasBefore', 12672],
  ]);
  expect(counts({ ...examples['lstm-orders'], H: 64 })).toEqual([
    ['article', 16896],
    ['pytorch', 17152],
    ['keras', 16896],
    ['onnx', 17152],
  ]);
});

it('a state that is no number, because sums overflowed, agrees with nothing', () => {
  const [own] = open(sampleFile('gru-pytorch'));
  const W_xn = { shape: [4, 3], data: Float64Array.from({ length: 12 }, (_, k) => (k % 2 ? 1e308 : -1e308)) };
  const { look } = frameOf({ ...START, x: [10] }, { ...own!, weights: { ...own!.weights, W_xn } });
  expect(look).toMatchObject({ gap: Number.NaN, agree: false });
});

it('lines start from h_0 = 0, and what is written out is their end', () => {
  const { rows } = frameOf(START);
  const line = lineOf(rows[2]!, 1);
  expect([line[0], line.length, line.at(-1)]).toEqual([0, START.x.length + 1, lastOf(rows[2]!)[1]]);
});
