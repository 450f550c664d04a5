import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { type BreakState, START } from './state.ts';
import { fromUrl, toUrl } from './url.ts';

const full: BreakState = {
  ...START,
  ...{
    bug: 'mystery',
    seed: 77,
    H: 3,
    T: 5,
    layers: 2,
    pass: 2,
    name: 'h^1_2',
    at: 2,
    guess: 'leftover',
    isShown: true,
  },
};

describe('url', () => {
  it.each([...Object.entries(examples), ['everything set', full]] as [string, BreakState][])(
    '%s comes back',
    (_, state) => {
      expect(fromUrl(toUrl(state))).toEqual(state);
    },
  );

  it('says only what differs from the start', () => {
    expect(toUrl(START)).toBe('1');
    expect(toUrl({ ...START, T: 1 })).toBe('1~n.2_1_1_1');
  });

  it.each([
    ['x', 'broken'],
    ['2~s.3', 'outdated'],
    ['1~s.0', 'broken'],
    ['1~s.x', 'broken'],
    ['1~z.1', 'broken'],
    ['1~b.typo', 'broken'],
    ['1~g.typo', 'broken'],
    ['1~n.2_3_1', 'broken'],
    ['1~n.2_3_1_1_1', 'broken'],
    ['1~n.4_3_1_1', 'broken'],
    ['1~p.h_9*210', 'broken'],
    ['1~p.W_hh*219', 'broken'],
  ])('%s is refused', (text, reason) => {
    expect(fromUrl(text)).toBe(reason);
  });
});
