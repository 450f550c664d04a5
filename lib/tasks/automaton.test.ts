import { describe, expect, it } from 'vitest';
import {
  type Automaton,
  accepts,
  automatonBounds,
  equally,
  follow,
  nextSymbols,
  randomString,
  scoreCounts,
} from './automaton.ts';
import { drawFor } from './define.ts';

/** a+b */
const SMALL: Automaton = [
  equally(['a', 1]),
  [
    { symbol: 'a', to: 1, p: 0.75 },
    { symbol: 'b', to: 2, p: 0.25 },
  ],
  [],
];

describe('an automaton', () => {
  it('follows symbols, says what may come next and what is a whole string', () => {
    expect(follow(SMALL, 'aaa')).toBe(1);
    expect(follow(SMALL, 'ab')).toBe(2);
    expect(follow(SMALL, 'ba')).toBeUndefined();
    expect(follow(SMALL, 'aba')).toBeUndefined();
    expect(nextSymbols(SMALL, 'a')).toEqual(['a', 'b']);
    expect(nextSymbols(SMALL, 'ab')).toEqual([]);
    expect(accepts(SMALL, 'aab')).toBe(true);
    expect(accepts(SMALL, 'aa')).toBe(false);
  });

  it('takes its arcs as often as they say', () => {
    const ends = Array.from({ length: 4000 }, (_, k) => randomString(SMALL, drawFor('x', 1, k)).length);
    expect(Math.abs(ends.filter((n) => n === 2).length / 4000 - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / 4000));
    expect(randomString(SMALL, drawFor('x', 1, 0), 1)).toEqual(['a']);
  });

  it('has bounds that follow from its arcs', () => {
    const H = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    const { floor, baseline, others } = automatonBounds(SMALL);
    for (const bound of [floor, baseline, others![0]!]) {
      expect(bound.loss).toBeCloseTo(H, 12);
      expect(bound.accuracy).toBeCloseTo(0.75, 12);
    }
  });

  it('has bounds of its beginnings too', () => {
    // abab… or baba…: the first symbol is a coin, after it all is known. Two states give b after a.
    const twoWays: Automaton = [equally(['a', 1], ['b', 2]), equally(['b', 2]), equally(['a', 1])];
    const { floor, baseline } = automatonBounds(twoWays, 4);
    expect(floor.loss).toBe(0);
    expect(baseline.loss).toBeCloseTo(Math.LN2, 12);
  });
});

describe('scoreCounts', () => {
  it('is the entropy of what comes next, and how often the commonest comes', () => {
    const counts = new Map([
      [
        'a',
        new Map([
          ['x', 3],
          ['y', 1],
        ]),
      ],
      ['b', new Map([['x', 4]])],
    ]);
    const { loss, accuracy } = scoreCounts(counts);
    expect(loss).toBeCloseTo((-3 * Math.log(3 / 4) - Math.log(1 / 4)) / 8, 14);
    expect(accuracy).toBe(7 / 8);
  });
});
