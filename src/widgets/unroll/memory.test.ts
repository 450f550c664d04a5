import { describe, expect, it } from 'vitest';
import { act } from './actions.ts';
import { memoryAt } from './memory.ts';
import { derive, gatesOf } from './model.ts';
import { START, type UnrollState } from './state.ts';

const at = (change: Partial<UnrollState>) => derive({ ...START, at: 1000, ...change });
const value = (frame: ReturnType<typeof derive>, name: string) => Array.from(frame.values.get(name)!.data);

describe('memory', () => {
  it('keeps f of c, and halves it after ln ½ / ln f steps', () => {
    const frame = at({ cell: 'lstm' });
    const memory = memoryAt(frame, 2)!;
    expect(memory.state).toBe('c');
    expect(memory.kept).toEqual(value(frame, 'f_2'));
    for (const [unit, kept] of memory.kept.entries()) expect(kept ** memory.halfLife[unit]!).toBeCloseTo(0.5, 12);
  });

  it('keeps 1 − z of h in the GRU of Chung et al., z in that of Cho et al.', () => {
    const chung = at({ cell: 'gru' });
    expect(memoryAt(chung, 1)!.kept).toEqual(value(chung, 'z_1').map((z) => 1 - z));
    const cho = at({ cell: 'gru-cho' });
    expect(memoryAt(cho, 1)!.kept).toEqual(value(cho, 'z_1'));
  });

  it('is endless with f at 1 and nothing with f at 0', () => {
    expect(memoryAt(at({ cell: 'lstm', clamp: { f: 1 } }), 1)!.halfLife).toEqual([Infinity, Infinity]);
    expect(memoryAt(at({ cell: 'lstm', clamp: { f: 0 } }), 1)!.halfLife).toEqual([0, 0]);
  });

  it('is not known before the gate is computed, nor in a cell without one', () => {
    expect(memoryAt(at({ cell: 'lstm', at: 0 }), 1)).toBeUndefined();
    expect(memoryAt(at({ cell: 'lstm-1997' }), 1)).toBeUndefined();
  });
});

describe('a held gate', () => {
  it('has its value at every step, and no gradient passes it to its weights', () => {
    const frame = at({ cell: 'lstm', clamp: { f: 0.25 }, backward: true });
    for (const t of [1, 2, 3]) expect(value(frame, `f_${t}`)).toEqual([0.25, 0.25]);
    expect(value(frame, 'dL/dW_xf')).toEqual([0, 0]);
    for (const gradient of value(frame, 'dL/dW_xi')) expect(gradient).not.toBe(0);
  });

  it('with f at 1 and i at 0 leaves c as it was at the start', () => {
    const frame = at({ cell: 'lstm', clamp: { f: 1, i: 0 }, edits: { 'c_0[0]': 0.8, 'c_0[1]': -0.5 } });
    expect(value(frame, 'c_3')).toEqual([0.8, -0.5]);
  });

  it('is let go when the next cell has no such gate; edits of weights that it has stay', () => {
    const state: UnrollState = {
      ...START,
      cell: 'lstm',
      clamp: { f: 1, o: 0 },
      edits: { 'W_xo[0,0]': 2, 'b_f[0]': 1 },
    };
    const next = act(state, { type: 'cell', cell: 'lstm-1997' });
    expect(next.clamp).toEqual({ o: 0 });
    expect(next.edits).toEqual({ 'W_xo[0,0]': 2 });
  });

  it('can be any logistic gate of the cell, and nothing else', () => {
    expect(gatesOf(at({ cell: 'lstm-coupled' }))).toEqual(['f', 'o']);
    expect(gatesOf(at({ cell: 'gru', clamp: { z: 1 } }))).toEqual(['r', 'z']);
    expect(gatesOf(at({ cell: 'rnn-logistic' }))).toEqual([]);
  });
});
