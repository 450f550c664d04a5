import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entropy } from '../text/entropy.ts';
import { dyck, examples, isBalanced, score } from './index.ts';

/** Cancels neighbouring pairs until nothing changes: matching without a stack. */
function cancels(text: string): boolean {
  const shorter = text.replaceAll(/\(\)|\[\]|\{\}|<>/g, '');
  return shorter === '' || (shorter.length < text.length && cancels(shorter));
}

const depth = (text: string): number => {
  let now = 0;
  return Math.max(...[...text].map((c) => (now += '([{<'.includes(c) ? 1 : -1)));
};

/** All strings of T brackets of some kinds that match, no deeper than `deepest`, by trying all. */
function words(T: number, kinds: number, deepest: number): string[] {
  let all = [''];
  for (let t = 0; t < T; t++) all = all.flatMap((text) => [...'()[]{}<>'.slice(0, 2 * kinds)].map((c) => text + c));
  return all.filter((text) => cancels(text) && depth(text) <= deepest);
}

describe('isBalanced', () => {
  it('agrees with cancelling pairs', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'()[]'), maxLength: 8 }), (text) => {
        expect(isBalanced(text)).toBe(cancels(text));
      }),
    );
    expect(isBalanced('(a)')).toBe(false);
  });
});

describe('dyck', () => {
  it('makes strings whose brackets match, of the length, the kinds and the depth asked for', () => {
    for (const { text } of examples(dyck, 1, 200, { T: 16, kinds: 2, deepest: 3 })) {
      expect(text).toMatch(/^[()[\]]{16}\.$/);
      expect(isBalanced(text!.slice(0, -1))).toBe(true);
      expect(depth(text!.slice(0, -1))).toBeLessThanOrEqual(3);
    }
  });

  it('makes all of them equally often', () => {
    const options = { T: 6, kinds: 1 };
    const counts = new Map<string, number>();
    for (const { text } of examples(dyck, 2, 5000, options)) counts.set(text!, (counts.get(text!) ?? 0) + 1);
    expect([...counts.keys()].toSorted()).toEqual(
      words(6, 1, 9)
        .map((text) => `${text}.`)
        .toSorted(),
    );
    for (const n of counts.values()) expect(Math.abs(n / 5000 - 1 / 5)).toBeLessThan(4 * Math.sqrt(0.16 / 5000));
  });

  it.each([
    [6, 1, 10],
    [6, 2, 10],
    [6, 2, 2],
    [4, 3, 1],
    [2, 2, 5],
  ])('has the exact bounds of all strings, T = %i, %i kinds, depth %i', (T, kinds, deepest) => {
    const all = words(T, kinds, deepest).map((text) => `${text}.`);
    const { floor, baseline, others } = dyck.bounds({ T, kinds, deepest });
    const shares = (key: (text: string, t: number) => string) => {
      const rows = new Map<string, Map<string, number>>();
      for (const text of all) {
        for (let t = 1; t <= T; t++) {
          const row = rows.get(key(text, t)) ?? new Map<string, number>();
          rows.set(key(text, t), row.set(text[t]!, (row.get(text[t]!) ?? 0) + 1));
        }
      }
      const n = all.length * T;
      const sizes = [...rows.values()].map((row) => [...row.values()]);
      const weight = (row: number[]) => row.reduce((sum, v) => sum + v, 0);
      return {
        loss: sizes.reduce((sum, row) => sum + (weight(row) / n) * entropy(row), 0),
        accuracy: sizes.reduce((sum, row) => sum + Math.max(...row) / n, 0),
      };
    };
    const expected = [shares((text, t) => text.slice(0, t)), shares(() => ''), shares((text, t) => text[t - 1]!)];
    [floor, baseline, others![0]!].forEach((bound, k) => {
      expect(bound.loss).toBeCloseTo(expected[k]!.loss, 12);
      expect(bound.accuracy).toBeCloseTo(expected[k]!.accuracy, 12);
    });
    expect(floor.loss).toBeCloseTo(Math.log(all.length / kinds) / T, 12);
  });

  it('costs every single string the same', () => {
    const { floor } = dyck.bounds();
    for (const example of examples(dyck, 3, 50)) {
      expect(score(example, example.ideal).loss).toBeCloseTo(floor.loss, 12);
    }
  });

  it('refuses an odd number of brackets', () => {
    expect(() => dyck.generate(1, { T: 7 })).toThrow('dyck: brackets that match come in pairs; T is 7.');
  });
});
