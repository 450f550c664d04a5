import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { act, type ConventionsState, isValid, START } from './state.ts';
import { fromUrl, toUrl } from './url.ts';

const set = (change: Partial<ConventionsState>, state: ConventionsState = START) => act(state, { type: 'set', change });

describe('state', () => {
  it('of every example is valid, goes into an address and back', () => {
    for (const state of Object.values<ConventionsState>(examples)) {
      expect(isValid(state)).toBe(true);
      expect(fromUrl(toUrl(state))).toEqual(state);
    }
  });

  it.each([
    '',
    'x',
    '1~H.1',
    '1~H.2.5',
    '1~l.rnn',
    '1~o.onnx',
    '1~p.chung',
    '1~x.',
    '1~x.1e9',
    '1~l.lstm',
    '1~Z.3',
    '1~b.2',
    '1~H.02',
  ])('is not read from %j', (text) => expect(fromUrl(text)).toBe('broken'));
  it('of another version is outdated', () => expect(fromUrl('2~H.3')).toBe('outdated'));

  it('never has one unit: reset before and after are the same there', () => {
    expect(set({ H: 1 })).toBe(START);
    expect(set({ H: 2 }).H).toBe(2);
  });

  it('gets other forms with another layer, and its own back', () => {
    const lstm = set({ layer: 'lstm' });
    expect(lstm).toMatchObject({ layer: 'lstm', carry: 'blocks', pair: ['pytorch', 'onnx'] });
    expect(set({ carry: 'turned' }, lstm)).toBe(lstm);
    expect(set({ layer: 'gru' }, lstm)).toEqual(START);
  });

  it('looks at a pair of forms of its layer', () => {
    expect(act(START, { type: 'look', pair: ['cho', 'keras'] }).pair).toEqual(['cho', 'keras']);
    expect(act(START, { type: 'look', pair: ['cho', 'onnx'] })).toBe(START);
  });
});
