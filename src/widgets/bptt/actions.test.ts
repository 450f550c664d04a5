import { describe, expect, it } from 'vitest';
import { act } from './actions.ts';
import { examples } from './examples.ts';
import { type BpttState, isValid } from './state.ts';

const START: BpttState = examples.terms;

describe('actions', () => {
  it('keep window, stride and the term that is looked at within what there is', () => {
    const short = act({ ...START, at: { t: 5, k: 4 } }, { type: 'length', T: 3 });
    expect(short).toMatchObject({ x: [1, 0, 0], window: 3, at: { t: 3, k: 3 } });
    expect(act(short, { type: 'length', T: 12 }).window).toBe(12);
    expect(act({ ...START, window: 2 }, { type: 'length', T: 12 }).window).toBe(2);
    expect(act({ ...START, stride: 4 }, { type: 'set', change: { window: 2 } }).stride).toBe(2);
    expect(act(START, { type: 'set', change: { lossAt: 'last' } }).at).toEqual({ t: 5, k: 2 });
    expect(act(START, { type: 'set', change: { window: 6 } }).window).toBe(5);
  });

  it('that lead out of the limits change nothing', () => {
    for (const action of [
      { type: 'length', T: 13 },
      { type: 'length', T: 1 },
      { type: 'set', change: { H: 5 } },
      { type: 'set', change: { rate: -1 } },
      { type: 'edit', name: 'W_hh[1,1]', value: 1 },
      { type: 'edit', name: 'b_h[0]', value: 1e9 },
      { type: 'look', t: 6, k: 0 },
    ] as const)
      expect(act(START, action)).toBe(START);
  });

  it('give new weights with another size or seed, and the same weight where there is one', () => {
    const two = act(act(START, { type: 'set', change: { H: 2 } }), { type: 'set', change: { weight: 'W_hh[1,0]' } });
    expect(two).toMatchObject({ edits: {}, weight: 'W_hh[1,0]' });
    const one = act(two, { type: 'set', change: { H: 1 } });
    expect(one.weight).toBe('W_hh[0,0]');
    expect(isValid(one)).toBe(true);
  });

  it('that change the network forget the loss before the last step, those that look do not', () => {
    const after = act(START, { type: 'step' });
    expect(after.before).toBeDefined();
    expect(act(after, { type: 'look', t: 3, k: 1 }).before).toBe(after.before);
    expect(act(after, { type: 'set', change: { weight: 'b_y[0]' } }).before).toBe(after.before);
    expect(act(after, { type: 'set', change: { window: 2 } }).before).toBeUndefined();
    expect(act(after, { type: 'data', of: 'x', t: 1, value: 2 }).before).toBeUndefined();
  });

  it('do not take a step to weights that are out of the limits', () => {
    const wild: BpttState = { ...START, edits: { ...START.edits, 'W_hy[0,0]': 1000 }, rate: 10 };
    expect(act(wild, { type: 'step' })).toBe(wild);
  });
});
