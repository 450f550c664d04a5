import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad } from './padding.ts';

const side = fc.constantFrom('pre' as const, 'post' as const);
const sequences = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 10 }), { minLength: 1, maxLength: 6 });

describe('pad', () => {
  it('[1, 2, 3] to 5, before: 0, 0, 1, 2, 3', () => {
    expect(pad([[1, 2, 3]], { length: 5, side: 'pre' }).ids).toEqual([[0, 0, 1, 2, 3]]);
  });

  it('truncates before or behind, whatever the side of the padding', () => {
    expect(pad([[1, 2, 3, 4]], { length: 2 }).ids).toEqual([[1, 2]]);
    expect(pad([[1, 2, 3, 4]], { length: 2, truncate: 'pre' }).ids).toEqual([[3, 4]]);
    expect(pad([[1, 2]], { length: 0, truncate: 'pre' }).ids).toEqual([[]]);
  });

  it('makes all equally long; the mask gives back what was not truncated', () => {
    fc.assert(
      fc.property(sequences, side, side, (each, where, truncate) => {
        const { ids, mask } = pad(each, { side: where, truncate });
        const longest = Math.max(...each.map(({ length }) => length));
        each.forEach((values, i) => {
          expect(ids[i]).toHaveLength(longest);
          expect(mask[i]).toHaveLength(longest);
          expect(ids[i]!.filter((_, t) => mask[i]![t] === 1)).toEqual(values);
          expect(ids[i]!.every((id, t) => mask[i]![t] === 1 || id === 0)).toBe(true);
        });
      }),
    );
  });

  it('without sequences gives none; refuses a length that is none', () => {
    expect(pad([])).toEqual({ ids: [], mask: [] });
    expect(() => pad([[1]], { length: -1 })).toThrow('an integer length of at least 0; got -1');
  });
});
