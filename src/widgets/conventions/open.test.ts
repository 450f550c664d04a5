import { readFileSync } from 'node:fs';
import { io, type Tensor, tensor } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { canSave } from './carry.ts';
import { frameOf, gapOf } from './model.ts';
import { open } from './open.ts';
import { sampleFile, samples } from './samples.ts';
import { fileFor } from './save.ts';
import { START } from './state.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(`lib/fixtures/${name}.safetensors`));
const named = (name: string) => open(fixture(name)).map((found) => `${found.name}: ${found.home.id}`);

describe('a weight file', () => {
  it('of PyTorch is taken layer by layer, direction by direction', () => {
    expect(named('torch-modules')).toEqual([
      'gru, layer 1: pytorch',
      'gru, layer 2: pytorch',
      'lstm, layer 1, forward: pytorch',
      'lstm, layer 1, backward: pytorch',
      'lstm, layer 2, forward: pytorch',
      'lstm, layer 2, backward: pytorch',
    ]);
  });

  it('of Keras says by its biases on which side a GRU resets', () => {
    const gru = named('keras-modules').filter((name) => name.includes('gru'));
    expect(gru.map((name) => name.replace(/^.*: /, ''))).toEqual(['keras', 'keras', 'kerasBefore', 'kerasBefore']);
  });

  it('has its numbers run: the GRU of PyTorch and the sample for Keras are one function', () => {
    const [torch] = open(sampleFile('gru-pytorch'));
    const [keras] = open(sampleFile('gru-keras'));
    const state = { ...START, carry: 'turned' as const };
    const [a, b] = [frameOf(state, torch).rows[2]!, frameOf(state, keras).rows[3]!];
    expect(gapOf(a.states, b.states)).toBe(0);
    expect(frameOf(state, torch).groups.map((rows) => rows.length)).toEqual([3, 2]);
  });

  it('with one unit, without such a layer, or of another format is refused with the reason', () => {
    const one = fileFor({ ...open(sampleFile('gru-pytorch'))[0]!, weights: ofOneUnit }, FORM);
    expect(() => open(one)).toThrow('1 units; this figure takes 2 to 1024: with one unit');
    const [sample] = open(sampleFile('lstm-keras'));
    const { W_xf, ...rest } = sample!.weights as Record<string, Tensor>;
    const infinite = { ...W_xf!, data: W_xf!.data.with(2, Number.POSITIVE_INFINITY) };
    const broken = fileFor({ ...sample!, weights: { ...rest, W_xf: infinite } }, sample!.home);
    expect(() => open(broken)).toThrow('lstm/lstm_cell: W_xf holds a number that is not finite');
    const dense = io.writeSafetensors(
      new Map([
        ['fc.weight', tensor([[1, 2]])],
        ['fc.bias', tensor([3])],
      ]),
    );
    expect(() => open(dense)).toThrow('no GRU and no LSTM in it; there is fc (dense)');
    const unknown = io.writeSafetensors(new Map([['step', tensor(7)]]));
    expect(() => open(unknown)).toThrow('there is nothing but tensors of other layers (1)');
    expect(() => open(Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a))).toThrow('an HDF5 file');
    expect(() => open(new Uint8Array(3))).toThrow('not a safetensors file');
  });
});

const FORM = open(sampleFile('gru-pytorch'))[0]!.home;
const ofOneUnit = Object.fromEntries(
  Object.entries(FORM.cell.parameters({ X: 1, H: 1, Y: 1 })).map(([name, shape]) => [
    name,
    { shape, data: new Float64Array(1) },
  ]),
);

describe('numbers that are saved', () => {
  it('are offered to the libraries that can compute the same, and are read back', () => {
    for (const name of samples)
      for (const given of open(sampleFile(name)))
        for (const form of canSave(given)) {
          const [back] = open(fileFor(given, form));
          const state = { ...START, layer: given.layer, pair: ['pytorch', 'keras'] as const };
          const states = (found: typeof given) =>
            frameOf(state, found).rows.find((row) => row.form.id === found.home.id)!.states;
          expect(back!.home.id).toBe(form.id);
          expect(gapOf(states(back!), states(given))).toBeLessThan(1e-12);
        }
  });

  it('of a cell that resets before are for Keras alone', () => {
    const { given } = frameOf({ ...START, home: 'chung' });
    expect(canSave(given).map(({ id }) => id)).toEqual(['kerasBefore']);
    expect(canSave(frameOf(START).given).map(({ id }) => id)).toEqual(['pytorch', 'keras']);
  });
});
