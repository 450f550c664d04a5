import { describe, expect, it } from 'vitest';
import { act, isMove } from './actions.ts';
import { examples } from './examples.ts';
import { type ActivationsState, SOFTMAX } from './state.ts';
import { fromUrl, toUrl } from './url.ts';

const start: ActivationsState = examples.logistic;
const link = toUrl(start);

describe('the address', () => {
  it.each(Object.entries(examples))('%s goes into it and back', (_, state: ActivationsState) => {
    expect(fromUrl(toUrl(state))).toEqual(state);
  });

  it.each([
    ['', 'broken'],
    ['1', 'broken'],
    [link.replace('~x.1', '~x.7'), 'broken'],
    [link.replace('~s.6', '~s.5'), 'broken'],
    [link.replace('~n.10', '~n.51'), 'broken'],
    [link.replace('~n.10', '~n.1.5'), 'broken'],
    [link.replace('~v.curves', '~v.other'), 'broken'],
    [link.replace('~t.0.05', '~t.NaN'), 'broken'],
    [link.replace('~z.2_1_0_-1', '~z.2'), 'broken'],
    [link.replace('~g.', '~g.alert*281*29'), 'broken'],
    [`${link}~q.1`, 'broken'],
    [link.replace(/^1/, '2'), 'outdated'],
  ])('%s is refused', (text, reason) => {
    expect(text).not.toBe(link);
    expect(fromUrl(text)).toBe(reason);
  });
});

describe('actions', () => {
  it('a place beyond the picture widens it, a narrower picture takes the place along', () => {
    expect(act(start, { type: 'set', change: { x: 7 } })).toEqual({ ...start, x: 7, span: 10 });
    expect(act({ ...start, x: 5 }, { type: 'set', change: { span: 2 } })).toEqual({ ...start, x: 2, span: 2 });
  });

  it('softmax has nothing to be compared with', () => {
    const both = { ...start, g: 'tanh(x)' };
    expect(act(both, { type: 'set', change: { f: SOFTMAX } })).toEqual({ ...start, f: SOFTMAX });
  });

  it('what is out of limits, or no formula, changes nothing', () => {
    expect(act(start, { type: 'set', change: { layers: 51 } })).toBe(start);
    expect(act(start, { type: 'set', change: { f: '2 +' } })).toBe(start);
    expect(act(start, { type: 'logit', at: 0, value: 11 })).toBe(start);
    expect(act({ ...start, logits: [10, 0] }, { type: 'shift', by: 1 }).logits).toEqual([10, 0]);
  });

  it('a logit, or all of them, can be moved', () => {
    expect(act(start, { type: 'logit', at: 1, value: 3 }).logits).toEqual([2, 3, 0, -1]);
    expect(act(start, { type: 'shift', by: -1 }).logits).toEqual([1, 0, -1, -2]);
  });

  it('dragging on is one thing to take back', () => {
    expect(isMove({ type: 'set', change: { x: 2 }, isGoingOn: true })).toBe(true);
    expect(isMove({ type: 'set', change: { x: 2 } })).toBe(false);
    expect(isMove({ type: 'shift', by: 1 })).toBe(false);
  });
});
