import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { act, type CheckState, frameOf, fromUrl, toUrl } from './model.ts';

describe('the verdict', () => {
  it.each<[string, string, string, number]>([
    ['sin(3w)^2', '6sin(3w)cos(3w)', 'right', 0.2],
    ['sin(3w)^2', '2sin(3w)cos(3w)', 'wrong', 0.2],
    ['sin(3w)^2', '-6sin(3w)cos(3w)', 'wrong', 0.2],
    ['sin(3w)^2', '6.1sin(3w)cos(3w)', 'wrong', 0.2],
    ['3w − 1', '3', 'exact', 0.5],
    ['7', '0', 'exact', 0.5],
    ['w^3', '3w^2', 'right', 0],
    ['ReLU(w)', 'step(w)', 'wrong', 0],
    ['log(w)', '1/w', 'open', -1],
  ])('on %s with the derivative %s is %s', (loss, slope, verdict, w) => {
    expect(frameOf({ loss, slope, w }).verdict).toBe(verdict);
  });

  it('comes from the order of the error', () => {
    expect(frameOf(examples.right).order).toBeCloseTo(2, 1);
    expect(frameOf(examples.forgotten).order).toBeCloseTo(1, 1);
    expect(frameOf({ loss: 'w^3', slope: '3w^2', w: 0 }).order).toBeCloseTo(3, 6);
    expect(frameOf(examples.right).claimed).toBeCloseTo(frameOf(examples.right).engine, 12);
  });
});

describe('the state', () => {
  it.each(Object.entries(examples))('%s goes into an address and back', (_, state: CheckState) => {
    expect(fromUrl(toUrl(state))).toEqual(state);
  });
  it.each(['', '1', '1~f.w~g.1', '1~f.w~g.x~w.0', '1~f.w~g.1~w.9', '1~f.w~g.1~w.0~q.1'])(
    'refuses the link %s',
    (link) => expect(fromUrl(link)).toBe('broken'),
  );
  it('stays what it was when a formula cannot be read', () => {
    const state: CheckState = examples.right;
    expect(act(state, { change: { slope: '2 +' }, isGoingOn: false })).toBe(state);
    expect(act(state, { change: { w: 5 }, isGoingOn: false })).toBe(state);
    expect(act(state, { change: { w: 1 }, isGoingOn: false })).toEqual({ ...state, w: 1 });
  });
});
