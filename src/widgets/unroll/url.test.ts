import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValid } from './actions.ts';
import { examples } from './examples.ts';
import { familyOf } from './families.ts';
import { derive, programOf, scalarCount } from './model.ts';
import { narrate } from './narrate.ts';
import { START, type UnrollState } from './state.ts';
import { states, textSequences } from './testing.ts';
import { fromUrl, toUrl } from './url.ts';

const BROKEN = { ok: false, reason: 'broken' };
const roundTrip = (state: UnrollState, start = START) => fromUrl(toUrl(state, start), start, familyOf(state.cell));

describe('a state in an address', () => {
  it('is its difference to the start state, readable in a pinch', () => {
    expect(toUrl(START, START)).toBe('1');
    const state = { ...START, H: 3, backward: true, depth: 'step' as const, at: 47, edits: { 'W_hh[0,1]': -0.5 } };
    expect(toUrl(state, START)).toBe('1~H.3~e.W_hh!0!1!-0.5~b.1~d.step~p.47');
    expect(toUrl({ ...START, at: 2, sub: 1, depth: 'scalar' }, START)).toBe('1~d.scalar~p.2_1');
  });

  it('comes back as it was, whatever the state and whatever the figure starts from', () => {
    fc.assert(
      fc.property(states(4), states(2), (state, start) => {
        expect(roundTrip(state, start)).toEqual({ ok: true, state });
      }),
      { numRuns: 100 },
    );
  });

  it('comes back through an address bar, with fifty steps and every kind of character', () => {
    fc.assert(
      fc.property(textSequences(50), (sequence) => {
        const url = new URL('https://unrolled.example/rnn/?other=1');
        url.search += `&unroll=${toUrl({ ...START, sequence }, START)}`;
        const read = new URL(url.href).searchParams.get('unroll')!;
        expect(fromUrl(read, START)).toEqual({ ok: true, state: { ...START, sequence } });
      }),
    );
  });

  it('comes back for every named example', () => {
    for (const { state } of Object.values(examples)) {
      const full: UnrollState = { ...START, ...state };
      expect(roundTrip(full)).toEqual({ ok: true, state: full });
      expect(roundTrip(START, full)).toEqual({ ok: true, state: START });
      expect(fromUrl('1', full)).toEqual({ ok: true, state: full });
    }
  });
});

describe('an address that somebody changed', () => {
  const sound = (text: string, start: UnrollState): void => {
    const read = fromUrl(text, start);
    if (!read.ok) return;
    const frame = derive(read.state);
    expect(isValid(read.state)).toBe(true);
    expect(read.state.at).toBeLessThanOrEqual(frame.equations.length);
    expect(read.state.sub === 0 || read.state.sub < scalarCount(frame, read.state.at)).toBe(true);
    expect(narrate(frame)).not.toMatch(/undefined/);
  };

  it('gives a refusal or a state that can be drawn, never an error', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `1~${text}`),
      fc
        .array(fc.tuple(fc.constantFrom(...'cxywHsleb dpf'), fc.string({ maxLength: 6 })))
        .map((fields) => `1~${fields.map(([key, value]) => `${key}.${value}`).join('~')}`),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        sound(text, START);
      }),
      { numRuns: 500 },
    );
  });

  it('with one character replaced, dropped or put in is refused or still a state', () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(0, 1), fc.constantFrom('', ...'019-._!*~%eExp'));
    fc.assert(
      fc.property(states(3, 4), change, (state, [place, dropped, put]) => {
        const text = toUrl(state, START);
        const at = place % text.length;
        sound(text.slice(0, at) + put + text.slice(at + dropped), START);
      }),
      { numRuns: 300 },
    );
  });

  it('of another version is outdated', () => {
    for (const text of ['0', '2~H.3', '999~nonsense'])
      expect(fromUrl(text, START)).toEqual({ ok: false, reason: 'outdated' });
  });

  it.each([
    ['is empty', ''],
    ['has no version', 'H.3'],
    ['has an unknown field', '1~z.1'],
    ['has a field without a value', '1~H'],
    ['has no units', '1~H.0'],
    ['has too many units', '1~H.9'],
    ['has half a unit', '1~H.2.5'],
    ['has 51 steps', `1~x.${Array(51).fill(1).join('_')}~y.${Array(51).fill(1).join('_')}`],
    ['has a text of 52 characters', `1~w.${'ab'.repeat(26)}`],
    ['has a text of one character', '1~w.a'],
    ['has a text of 13 different characters', '1~w.abcdefghijklm'],
    ['has more inputs than targets', '1~x.1_2~y.1'],
    ['has an input that is no number', '1~x.1_b~y.1_2'],
    ['has an infinite input', '1~x.1e999~y.1'],
    ['has an input above a million', '1~x.1000001~y.1'],
    ['has an unknown cell', '1~c.transformer'],
    ['has a held gate that the cell has not', '1~g.f!1'],
    ['has a cell of another family', '1~c.lstm'],
    ['has an unknown depth', '1~d.atom'],
    ['has an unknown place of the loss', '1~l.never'],
    ['has a seed of 33 bits', '1~s.4294967296'],
    ['has a negative seed', '1~s.-1'],
    ['edits a weight that the cell has not', '1~e.W_yh!0!0!1'],
    ['edits an input', '1~e.x!0!1'],
    ['edits a weight to no number', '1~e.W_hh!0!0!NaN'],
    ['edits nothing in particular', '1~e.W_hh!1'],
    ['stands beyond the end', '1~p.29'],
    ['stands before the start', '1~p.-1'],
    ['stands nowhere', '1~p.x'],
    ['stands within an equation without counting products', '1~p.2_1'],
    ['stands beyond the products of an equation', '1~d.scalar~p.0_6'],
    ['stands beyond the products after the end', '1~d.scalar~p.28_1'],
    ['stands at a product that is no number', '1~d.scalar~p.0_x'],
    ['counts single products of eight units', '1~H.8~d.scalar'],
    ['has half of an escaped character', '1~w.a*C3'],
  ])('that %s is refused', (_, text) => {
    expect(fromUrl(text, START)).toEqual(BROKEN);
  });

  it('at the very limits is accepted', () => {
    const fifty = Array<number>(50).fill(-1e6);
    const state: UnrollState = {
      ...START,
      sequence: { kind: 'numbers', x: fifty, target: fifty },
      H: 8,
      seed: 0xffffffff,
      edits: { 'W_hh[7,7]': 1e-300, 'h_0[0]': -1e6 },
      backward: true,
      folded: true,
    };
    const last = { ...state, at: programOf(state).equations.length };
    expect(roundTrip(last)).toEqual({ ok: true, state: last });
  });
});
