import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { act, isValid, START, type VanishingState } from './state.ts';
import { fromUrl, toUrl } from './url.ts';

const set = (state: VanishingState, change: Partial<VanishingState>) => act(state, { type: 'set', change });

describe('the state', () => {
  it.each(Object.entries(examples))('%s is valid, and goes into an address and back', (_, state: VanishingState) => {
    expect(isValid(state)).toBe(true);
    expect(fromUrl(toUrl(state))).toEqual(state);
  });

  it('needs few letters for the start', () => expect(toUrl(START)).toBe('1'));

  it.each([
    '',
    '2',
    '1~q.1',
    '1~H.9',
    '1~H.2.5',
    '1~r.-1',
    '1~p.41_0',
    '1~p.5_6',
    '1~p.5_4_3',
    '1~i.own',
    '1~W.1',
    '1~x.1',
  ])('refuses the link %s', (text) => expect(fromUrl(text)).toBeUndefined());

  it('refuses what is out of its limits', () => {
    expect(set(START, { H: 9 })).toBe(START);
    expect(set(START, { radius: Number.NaN })).toBe(START);
    expect(act(START, { type: 'look', cell: 'rnn', t: 3, k: -1 })).toMatchObject({ t: 3, k: 0 });
  });

  it('keeps the place inside, and at the end if it was there', () => {
    expect(set(START, { T: 5 })).toMatchObject({ T: 5, t: 5, k: 5 });
    expect(set(set(START, { T: 20 }), { T: 30 })).toMatchObject({ t: 30, k: 10 });
  });

  it('takes its size from an own matrix, and forgets it with another scheme', () => {
    const own = set(START, {
      scheme: 'own',
      W: [
        [0.5, 1],
        [0, 0.5],
      ],
    });
    expect(own).toMatchObject({ H: 2, scheme: 'own' });
    expect(set(own, { scheme: 'identity' })).toMatchObject({ W: [], H: 2 });
    expect(set(own, { W: [[1, 2]] })).toBe(own);
  });

  it('shows either several layers or several cells', () => {
    const stacked = set(START, { layers: 3 });
    expect(set(stacked, { hasGated: true, layers: 1 })).toMatchObject({ layers: 1, hasGated: true });
    expect(set(set(START, { hasGated: true, cell: 'lstm' }), { hasGated: false })).toMatchObject({ cell: 'rnn' });
  });
});
