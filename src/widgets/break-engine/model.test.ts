import { describe, expect, it } from 'vitest';
import { BUG_IDS, type BugId } from './bugs.ts';
import { examples } from './examples.ts';
import { checkOf, frameOf } from './model.ts';
import { type BreakState, START } from './state.ts';

type Setting = Partial<Pick<BreakState, 'seed' | 'H' | 'T' | 'layers' | 'pass'>>;
const wrong = (bug: BugId, setting: Setting = {}): string[] =>
  checkOf(bug, { ...START, ...setting })
    .blocks.filter(({ isRight }) => !isRight)
    .map(({ name }) => name);
const RECURRENT = ['W_hh', 'W_xh', 'b_h'];

describe('the gradient check', () => {
  it('passes the right engine, whatever the network', () => {
    for (const seed of [1, 2, 3])
      for (const H of [1, 2, 3])
        for (const T of [1, 3, 5])
          for (const layers of [1, 2])
            for (const pass of [1, 2]) expect(wrong('none', { seed, H, T, layers, pass })).toEqual([]);
  });

  it.each(BUG_IDS.filter((bug) => bug !== 'none'))('catches %s in the second pass, with every seed', (bug) => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
      for (const layers of [1, 2]) expect(wrong(bug, { seed, layers, pass: 2 }), `seed ${seed}`).not.toEqual([]);
  });

  it('= for +=: all parameters, no state; nothing with one step', () => {
    expect(wrong('assigned')).toEqual([...RECURRENT, 'W_hy', 'b_y']);
    expect(wrong('assigned', { T: 1 })).toEqual([]);
  });

  it('dh_next dropped: what lies behind a state that has a next step', () => {
    expect(wrong('future')).toEqual([...RECURRENT, 'h_0', 'h_1', 'h_2']);
    expect(wrong('future', { T: 1 })).toEqual([]);
  });

  it('not zeroed: nothing in the first pass, all parameters and no state in the second', () => {
    expect(wrong('leftover', { T: 5, layers: 2, H: 3 })).toEqual([]);
    expect(wrong('leftover', { pass: 2 })).toEqual([...RECURRENT, 'W_hy', 'b_y']);
    expect(wrong('leftover', { pass: 2, T: 1 })).toEqual([...RECURRENT, 'W_hy', 'b_y']);
  });

  it('the wrong argument: behind the first tanh, even with one step and one unit', () => {
    expect(wrong('argument')).toEqual([...RECURRENT, 'h_0', 'h_1', 'h_2']);
    expect(wrong('argument', { T: 1, H: 1 })).toEqual([...RECURRENT, 'h_0']);
  });

  it('no transpose: not with one unit; with one step h_0 only, unless there is a layer below', () => {
    expect(wrong('transpose')).toEqual([...RECURRENT, 'h_0', 'h_1', 'h_2']);
    expect(wrong('transpose', { H: 1, T: 5 })).toEqual([]);
    expect(wrong('transpose', { T: 1 })).toEqual(['h_0']);
    expect(wrong('transpose', { T: 1, layers: 2 })).toEqual(['W_hh^1', 'W_xh^1', 'b_h^1', 'h^1_0', 'h^1_1', 'h_0']);
  });

  it('the second pass of the engine that does not zero has the sum of both gradients', () => {
    const [first, second] = [1, 2].map((pass) => checkOf('leftover', { ...START, pass }).blocks[0]!.numbers);
    second!.forEach(({ claimed, difference }, at) => {
      expect(claimed).toBeCloseTo(first![at]!.claimed + difference, 9);
    });
  });

  it.each(Object.entries(examples))('%s: what is looked at is shown with both numbers', (_, state) => {
    const { now, block } = frameOf(state);
    expect(block.name).toBe(state.name);
    expect(now.isRight).toBe(Math.abs(now.ratio - 1) < 1e-6);
    expect(now.ratio).toBeCloseTo(now.claimed / now.difference, 12);
  });

  it('says the sign of a ratio', () => {
    const numbers = checkOf('transpose', { ...START, seed: 1, H: 3, T: 4 }).blocks.flatMap((block) => block.numbers);
    expect(numbers.some(({ ratio, isRight }) => ratio < 0 && !isRight)).toBe(true);
    for (const { ratio, claimed, difference } of numbers)
      if (claimed !== 0 && difference !== 0) expect(Math.sign(ratio)).toBe(Math.sign(claimed) * Math.sign(difference));
  });
});
