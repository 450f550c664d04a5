import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, act, isValid } from './actions.ts';
import { examples } from './examples.ts';
import { derive, programOf, scalarCount } from './model.ts';
import { LIMITS, type Sequence, START, type UnrollState } from './state.ts';
import { actions, sequences, states } from './testing.ts';

const go = (to: 'first' | 'back' | 'forward' | 'last') => ({ type: 'go', to }) as const;
const set = (change: Extract<Action, { type: 'set' }>['change']) => ({ type: 'set', change }) as const;
const reduce = (state: UnrollState, ...all: Action[]) => all.reduce(act, state);
const nameAt = (state: UnrollState) => programOf(state).equations[state.at - 1]?.name;
const atEquation = (name: string, change: Partial<UnrollState> = {}): UnrollState => {
  const state = { ...START, ...change };
  return { ...state, at: programOf(state).equations.findIndex((each) => each.name === name) + 1 };
};
const five: Sequence = { kind: 'numbers', x: [1, 2, 3, 4, 5], target: [2, 3, 4, 5, 5] };
const text: Sequence = { kind: 'text', text: 'hello' };

/** What must hold of every state: it can be drawn, and stands somewhere on its walk. */
function expectSound(state: UnrollState): void {
  const frame = derive(state);
  expect(isValid(state)).toBe(true);
  expect(state.at).toBeGreaterThanOrEqual(0);
  expect(state.at).toBeLessThanOrEqual(frame.equations.length);
  const count = state.depth === 'scalar' ? scalarCount(frame, state.at) : 0;
  expect(state.sub === 0 || state.sub < count).toBe(true);
  expect(state.depth === 'scalar' && state.H > LIMITS.scalarH).toBe(false);
}

describe('walking', () => {
  it('forward and then back returns to where it was, from every place at every depth', () => {
    for (const depth of ['step', 'equation', 'scalar'] as const) {
      let state: UnrollState = { ...START, depth, backward: true };
      for (let presses = 0; ; presses++) {
        const next = act(state, go('forward'));
        if (next.at === state.at && next.sub === state.sub) {
          expect(state.at).toBe(derive(state).equations.length);
          if (depth !== 'scalar') expect(presses).toBe({ step: 8, equation: 89 }[depth]);
          break;
        }
        expect(act(next, go('back'))).toEqual(state);
        state = next;
      }
    }
  });

  it('stays within the walk: nothing before the first step, nothing after the last', () => {
    const end = act({ ...START, backward: true }, go('last'));
    expect(end.at).toBe(89);
    for (const depth of ['step', 'equation', 'scalar'] as const) {
      expect(reduce({ ...end, depth }, go('forward'), go('last'), go('forward'))).toEqual({ ...end, depth });
      const start = { ...START, depth, backward: true };
      expect(reduce({ ...end, depth }, go('first'), go('back'), go('first'))).toEqual(start);
    }
  });

  it('from between two stops goes to the next one either way', () => {
    const between = { ...START, depth: 'step' as const, at: 12 };
    expect(act(between, go('forward')).at).toBe(18);
    expect(act(between, go('back')).at).toBe(9);
  });

  it('jumps to whole places on the walk only', () => {
    expect([-3, 0, 4.4, 28, 1e9].map((at) => act(START, { type: 'jump', at }).at)).toEqual([0, 0, 4, 28, 28]);
    expect(act({ ...START, depth: 'scalar', sub: 3 }, { type: 'jump', at: 2 }).sub).toBe(0);
  });

  it('one product at a time passes every product of every equation once', () => {
    let state: UnrollState = { ...START, depth: 'scalar', H: 1 };
    const total = derive(state).equations.reduce((sum, _, k) => sum + scalarCount(derive(state), k), 0);
    let presses = 0;
    for (let next = act(state, go('forward')); next !== state; next = act(state, go('forward'))) {
      state = next;
      presses++;
    }
    expect(presses).toBe(total);
  });
});

describe('changing the network', () => {
  it('keeps the place, by the name of the equation done last', () => {
    const here = atEquation('h_2', { backward: true });
    const changes: Action[] = [
      set({ cell: 'rnn-relu' }),
      set({ H: 5 }),
      set({ seed: 1 }),
      set({ lossAt: 'last' }),
      set({ backward: false }),
      set({ folded: true }),
      { type: 'sequence', sequence: five },
      { type: 'sequence', sequence: text },
    ];
    for (const change of changes) expect(nameAt(act(here, change)), JSON.stringify(change)).toBe('h_2');
  });

  it('in the backward half keeps the gradient that was reached', () => {
    const here = atEquation('dL/dh_2', { backward: true });
    expect(nameAt(act(here, set({ H: 3, cell: 'rnn-logistic' })))).toBe('dL/dh_2');
    expect(nameAt(act(here, { type: 'sequence', sequence: five }))).toBe('dL/dh_2');
  });

  it('at the end stays at the end, at the start at the start', () => {
    const [start, end] = [START, act(START, go('last'))];
    expect(nameAt(act(end, { type: 'sequence', sequence: five }))).toBe('L');
    expect(nameAt(act(end, set({ H: 6 })))).toBe('L');
    expect(act(start, set({ H: 6 })).at).toBe(0);
  });

  it('when the backward half is added at the end, the walk goes on from the loss; taken away, it ends there', () => {
    const end = act(START, go('last'));
    const both = act(end, set({ backward: true }));
    expect([both.at, nameAt(both)]).toEqual([28, 'L']);
    const back = act(act(both, go('last')), set({ backward: false }));
    expect([back.at, nameAt(back)]).toEqual([28, 'L']);
  });

  it('to a shorter sequence ends the walk there when the place is gone', () => {
    const here = atEquation('h_5', { sequence: five });
    const shorter = act(here, { type: 'sequence', sequence: { kind: 'numbers', x: [1], target: [1] } });
    expect(shorter.at).toBe(programOf(shorter).equations.length);
  });

  it('leaves single products when there are too many of them', () => {
    const zoomed = { ...START, depth: 'scalar' as const, at: 2, sub: 1 };
    expect(act(zoomed, set({ H: 4 }))).toMatchObject({ depth: 'scalar', sub: 0 });
    expect(act(zoomed, set({ H: 5 }))).toMatchObject({ depth: 'equation', sub: 0 });
    const wide = { ...START, H: 5 };
    expect(act(wide, { type: 'depth', depth: 'scalar' })).toBe(wide);
  });
});

describe('edits', () => {
  it('of weights and of the initial state are kept by element, and can be forgotten', () => {
    const edit = (name: string, index: number[], value: number) => ({ type: 'edit', name, index, value }) as const;
    const edited = reduce(START, edit('W_hh', [0, 1], 2), edit('h_0', [1], -1), edit('W_hh', [0, 1], 3));
    expect(edited.edits).toEqual({ 'W_hh[0,1]': 3, 'h_0[1]': -1 });
    expect(act(edited, { type: 'forget-edits' }).edits).toEqual({});
  });

  it('of inputs and targets change the sequence; a text has none', () => {
    const next = act(START, { type: 'edit', name: 'target_2', index: [0], value: 9 });
    expect(next.sequence).toEqual({ kind: 'numbers', x: [1, 0, -1], target: [0, 9, -1] });
    expect(next.edits).toEqual({});
    const spelled = { ...START, sequence: text };
    expect(act(spelled, { type: 'edit', name: 'x_1', index: [0], value: 9 })).toBe(spelled);
  });

  it('survive another activation, H, seed, and a sequence of the same width', () => {
    const edits = { 'W_hh[0,0]': 2, 'W_xh[0,0]': 3, 'b_y[0]': 4, 'h_0[0]': 5 };
    const edited = { ...START, edits };
    expect(reduce(edited, set({ cell: 'rnn-relu', seed: 3, H: 1 }), set({ H: 4 })).edits).toEqual(edits);
    expect(act(edited, { type: 'sequence', sequence: five }).edits).toEqual(edits);
    expect(act(edited, { type: 'sequence', sequence: text }).edits).toEqual({ 'W_hh[0,0]': 2, 'h_0[0]': 5 });
  });
});

describe('whatever a reader does', () => {
  it('the walk stays in bounds and the figure can be drawn', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 12 }), (all) => {
        let state = START;
        for (const action of all) {
          state = act(state, action);
          expectSound(state);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('any state can be walked from, either way, and back again', () => {
    fc.assert(
      fc.property(states(4), (state) => {
        expectSound(state);
        const next = act(state, go('forward'));
        if (next.at !== state.at || next.sub !== state.sub) expect(act(next, go('back'))).toEqual(state);
        const before = act(state, go('back'));
        if (before.at !== state.at || before.sub !== state.sub) expect(act(before, go('forward'))).toEqual(state);
      }),
      { numRuns: 60 },
    );
  });

  it('any sequence takes the place of any other', () => {
    fc.assert(
      fc.property(states(4), sequences(8), (state, sequence) =>
        expectSound(act(state, { type: 'sequence', sequence })),
      ),
      { numRuns: 60 },
    );
  });
});

describe('another cell of the family', () => {
  const byHand = { ...START, ...examples['gru-by-hand'].state };
  const cell = (id: string) => ({ type: 'cell', cell: id }) as const;

  it('keeps numbers that are all the reader’s, and what only it has is 0: one unit computes the same before and after', () => {
    const pytorch = act(act(byHand, cell('gru-cho')), cell('gru-pytorch'));
    expect(pytorch.edits['b_hn[0]']).toBe(0);
    const h = (state: UnrollState) => derive(state).values.get('h_2')!.data[0];
    expect(h(pytorch)).toBe(h(act(byHand, cell('gru-cho'))));
    expect(act(pytorch, cell('gru')).edits).toEqual(byHand.edits);
  });

  it('draws what only it has where numbers are drawn', () => {
    const drawn = { ...START, cell: 'gru', edits: { 'b_r[0]': 3 } };
    expect(act(drawn, cell('gru-pytorch')).edits).toEqual({ 'b_r[0]': 3 });
  });
});
