import { describe, expect, it } from 'vitest';
import { act, isMove } from './actions.ts';
import { examples } from './examples.ts';
import type { TaylorState } from './state.ts';
import { fromUrl, toUrl } from './url.ts';

describe('the address', () => {
  it.each(Object.entries(examples))('%s goes into it and back', (_, state: TaylorState) => {
    expect(fromUrl(toUrl(state))).toEqual(state);
  });

  it.each([
    '',
    '1',
    '1~f.x~a.0~n.2~x.0',
    '1~f.x~a.0~n.2~x.0~s.4',
    '1~f.x~a.4~n.2~x.0~s.3',
    '1~f.x~a.0~n.21~x.0~s.3',
    '1~f.x~a.0~n.1.5~x.0~s.3',
    '1~f.alert*281*29~a.0~n.2~x.0~s.3',
    '1~f.x~a.NaN~n.2~x.0~s.3',
    '1~f.x~a.0~n.2~x.0~s.3~q.1',
  ])('the link %s is refused', (link) => expect(fromUrl(link)).toBe('broken'));

  it('of another version is outdated', () => expect(fromUrl('2~f.x')).toBe('outdated'));
});

describe('actions', () => {
  const start: TaylorState = examples.exp;
  it('a point beyond the picture widens it, a narrower picture takes the points along', () => {
    expect(act(start, { type: 'set', change: { at: 7 } })).toEqual({ ...start, at: 7, span: 10 });
    expect(act({ ...start, at: 2.5 }, { type: 'set', change: { span: 1 } })).toEqual({ ...start, at: 1, span: 1 });
  });

  it('what is out of limits, or no formula, changes nothing', () => {
    expect(act(start, { type: 'set', change: { at: 21 } })).toBe(start);
    expect(act(start, { type: 'set', change: { order: 2.5 } })).toBe(start);
    expect(act(start, { type: 'write', text: '2 +', isGoingOn: false })).toBe(start);
    expect(act(start, { type: 'write', text: '2x', isGoingOn: true })).toEqual({ ...start, text: '2x' });
  });

  it('typing on is one thing to take back', () => {
    expect(isMove({ type: 'write', text: '2x', isGoingOn: true })).toBe(true);
    expect(isMove({ type: 'write', text: '2x', isGoingOn: false })).toBe(false);
    expect(isMove({ type: 'set', change: { at: 1 } })).toBe(false);
  });
});
