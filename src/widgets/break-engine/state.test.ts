import { describe, expect, it } from 'vitest';
import { BUG_IDS } from './bugs.ts';
import { examples } from './examples.ts';
import { act, blocksOf, bugOf, isMove, isSolved, isValid, START } from './state.ts';

describe('state', () => {
  it('the seed picks the mystery, and over the seeds all of them', () => {
    const picked = Array.from({ length: 60 }, (_, k) => bugOf({ bug: 'mystery', seed: k + 1 }));
    expect(new Set(picked)).toEqual(new Set(BUG_IDS));
    expect(bugOf({ bug: 'future', seed: 1 })).toBe('future');
  });

  it('is solved when it was named, found or asked for, and not by a wrong guess', () => {
    const actual = bugOf(START);
    const other = BUG_IDS.find((each) => each !== actual)!;
    expect(isSolved(START)).toBe(false);
    expect(isSolved(act(START, { type: 'guess', guess: other }))).toBe(false);
    expect(isSolved(act(START, { type: 'guess', guess: actual }))).toBe(true);
    expect(isSolved(act(START, { type: 'show' }))).toBe(true);
    expect(isSolved(act(START, { type: 'bug', bug: 'none' }))).toBe(true);
  });

  it('another engine is a new question', () => {
    const guessed = act(act(START, { type: 'guess', guess: 'none' }), { type: 'show' });
    expect(act(guessed, { type: 'bug', bug: 'mystery', seed: 5 })).toMatchObject({
      seed: 5,
      guess: undefined,
      isShown: false,
    });
  });

  it('names every number of the network, layer by layer', () => {
    const names = (state: typeof START) => blocksOf(state).map(({ name }) => name);
    expect(names(START)).toEqual(['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y', 'h_0', 'h_1', 'h_2', 'h_3']);
    expect(names({ ...START, layers: 2, T: 1 })).toEqual([
      'W_hh^1',
      'W_xh^1',
      'b_h^1',
      'W_hh^2',
      'W_xh^2',
      'b_h^2',
      'W_hy',
      'b_y',
      'h^1_0',
      'h^1_1',
      'h_0',
      'h_1',
    ]);
    const sizes = blocksOf({ ...START, H: 3, layers: 2 }).map(({ size }) => size);
    expect(sizes.slice(0, 8)).toEqual([9, 3, 3, 9, 9, 3, 3, 1]);
  });

  it('a look follows a network that gets smaller, and a setting beyond the limits changes nothing', () => {
    const far = act(START, { type: 'look', name: 'h_3', at: 1 });
    expect(act(far, { type: 'set', change: { T: 1 } })).toMatchObject({ T: 1, name: 'W_hh', at: 0 });
    expect(act(far, { type: 'set', change: { H: 1 } })).toMatchObject({ name: 'W_hh', at: 0 });
    for (const change of [{ H: 4 }, { T: 0 }, { T: 2.5 }, { pass: 3 }, { layers: 3 }])
      expect(act(far, { type: 'set', change })).toBe(far);
    expect(isMove({ type: 'look', name: 'h_1', at: 0 })).toBe(true);
    expect(isMove({ type: 'show' })).toBe(false);
  });

  it.each(Object.entries(examples))('example %s is a state that there is', (_, state) => {
    expect(isValid(state)).toBe(true);
  });
});
