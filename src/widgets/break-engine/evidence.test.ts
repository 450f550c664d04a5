import { describe, expect, it } from 'vitest';
import { BUG_IDS, type BugId } from './bugs.ts';
import { against, lookalikes, pairsAt } from './evidence.ts';
import { checkOf } from './model.ts';
import { START } from './state.ts';
import { strings } from './strings.ts';

const isRight = (bug: BugId, setting: object, name: string) =>
  checkOf(bug, { ...START, ...setting }).blocks.find((block) => block.name === name)?.isRight;
const different = (bug: BugId, t = 2, setting = {}) =>
  pairsAt({ ...START, ...setting }, bug, t).filter(({ isSame }) => !isSame);

describe('against', () => {
  it('every wrong guess at every bug meets a reason that is true', () => {
    for (const actual of BUG_IDS)
      for (const guess of BUG_IDS.filter((each) => each !== actual)) {
        const why = against(START, actual, guess);
        if (why.kind === 'here')
          expect(isRight(actual, {}, why.block.name)).not.toBe(isRight(guess, {}, why.block.name));
        else if (why.kind === 'there') {
          const there = { ...START, [why.setting]: why.value };
          expect(lookalikes(START, actual)).toContain(guess);
          expect(lookalikes(there, actual), `${actual} taken for ${guess}`).not.toContain(guess);
        }
        expect(why.kind).not.toBe('numbers');
      }
  });

  it('tells dh_next from a wrong argument by one step, and from a missing transpose too', () => {
    expect(against(START, 'future', 'argument')).toEqual({ kind: 'there', setting: 'T', value: 1 });
    expect(against(START, 'future', 'transpose')).toEqual({ kind: 'there', setting: 'T', value: 1 });
    expect(against(START, 'leftover', 'none')).toEqual({ kind: 'there', setting: 'pass', value: 2 });
    expect(strings.missed('argument', against(START, 'future', 'argument'))).toContain('Look again with T = 1');
    expect(strings.missed('none', against(START, 'assigned', 'none'))).toContain('∂L/∂W_hh would be right here');
  });
});

describe('pairsAt', () => {
  it('the right engine differs from itself nowhere', () => {
    expect(different('none')).toEqual([]);
    expect(pairsAt(START, 'none', 2).length).toBeGreaterThan(15);
  });

  it('shows the changed rule, and only where it acts', () => {
    expect(different('assigned').map(({ name }) => name)).toEqual([
      'dL/db_y←y_2+',
      'dL/dW_hy←y_2+',
      'dL/db_h←a_2+',
      'dL/dW_xh←a_2+',
      'dL/dW_hh←a_2+',
    ]);
    expect(different('assigned').at(-1)).toMatchObject({
      right: 'dL/dW_hh←a_2+ = dL/dW_hh←a_3+ + dL/dW_hh←a_2',
      wrong: 'dL/dW_hh←a_2+ = dL/dW_hh←a_2',
    });
    expect(different('future').find(({ name }) => name === 'dL/dh_2')).toMatchObject({
      right: 'dL/dh_2 = dL/dh_2←a_3 + dL/dh_2←y_2',
      wrong: 'dL/dh_2 = W_hyᵀ·dL/dy_2',
    });
    expect(different('transpose')).toEqual([
      {
        name: 'dL/dh_1←a_2',
        right: 'dL/dh_1←a_2 = W_hhᵀ·dL/da_2',
        wrong: 'dL/dh_1←a_2 = W_hh·dL/da_2',
        isSame: false,
      },
    ]);
    expect(different('argument').find(({ name }) => name === 'dh_2/da_2')).toMatchObject({
      right: 'dh_2/da_2 = 1 − h_2²',
      wrong: 'dh_2/da_2 = 1 − a_2²',
    });
    expect(different('leftover').at(0)).toMatchObject({
      right: undefined,
      wrong: 'dL/dW_hh = dL/dW_hh before + dL/dW_hh←a_1+',
    });
  });
});
