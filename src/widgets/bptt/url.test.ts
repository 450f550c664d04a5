import { describe, expect, it } from 'vitest';
import { act } from './actions.ts';
import { examples } from './examples.ts';
import type { BpttState } from './state.ts';
import { fromUrl, toUrl } from './url.ts';

const START: BpttState = examples.terms;

describe('the address', () => {
  it('holds every example, and a network in training', () => {
    const trained = act(
      act({ ...START, H: 4, edits: {}, showsRtrl: true, weight: 'W_hh[3,2]' }, { type: 'backward' }),
      {
        type: 'step',
      },
    );
    for (const state of [...Object.values(examples), trained]) expect(fromUrl(toUrl(state))).toEqual(state);
    expect(trained.before).toBeGreaterThan(0);
    expect(toUrl(trained).length).toBeLessThan(1500);
  });

  it.each([
    ['w.W_hh!0!0', 'w.W_hh!1!0'],
    ['w.W_hh!0!0', 'w.x!0'],
    ['w.W_hh!0!0', 'w.h_0'],
    ['n.5_1', 'n.6_1'],
    ['n.5_1', 'n.2_3'],
    ['n.5_1', 'n.5'],
    ['p.5_2', 'p.4_5'],
    ['p.5_2', 'p.0_0'],
    ['c.rnn', 'c.toString'],
    ['l.every', 'l.some'],
    ['h.carried', 'h.lost'],
    ['b.1', 'b.2'],
    ['a.0.1', 'a.-1'],
    ['x.1_0_0_0_0', 'x.1_0_0_0'],
    ['x.1_0_0_0_0', 'x.1_0_0_0_a'],
    ['s.1', 's.1.5'],
    ['~u.0', '~u.0~z.1'],
    ['W_hh!0!0!0.9', 'W_hh!0!0!9e9'],
  ])('is refused when %s is %s', (was, is) => {
    const text = toUrl(START).replace(was, is);
    expect(text).not.toBe(toUrl(START));
    expect(fromUrl(text)).toBe('broken');
  });

  it('of another version is outdated', () => {
    expect(fromUrl(toUrl(START).replace(/^1/, '2'))).toBe('outdated');
  });
});
