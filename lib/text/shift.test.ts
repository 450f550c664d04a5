import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieces, shifted } from './shift.ts';

const text = fc.array(fc.constantFrom(...'abcd'), { maxLength: 30 });

describe('shifted', () => {
  it('of "abc" wants b and c; with an end, bc and the end', () => {
    expect(shifted([...'abc']).targets).toEqual(['b', 'c']);
    expect(shifted([...'abc'], { end: '.' }).targets.join('')).toBe('bc.');
    expect(shifted([...'abc'], { start: '^', end: '.' })).toEqual({ inputs: [...'^abc'], targets: [...'abc.'] });
  });

  it('has at each step the next input as target', () => {
    fc.assert(
      fc.property(text, (tokens) => {
        const { inputs, targets } = shifted(tokens);
        expect(targets).toHaveLength(inputs.length);
        expect(targets.slice(0, -1)).toEqual(inputs.slice(1));
      }),
    );
  });

  it('of one token or none is nothing', () => {
    expect(shifted(['a'])).toEqual({ inputs: [], targets: [] });
    expect(shifted([])).toEqual({ inputs: [], targets: [] });
  });
});

describe('pieces', () => {
  it('join to the text without its last, incomplete piece', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (tokens, T) => {
        const all = pieces(tokens, T);
        const read = all.flatMap(({ inputs }) => inputs);
        expect(read).toEqual(tokens.slice(0, read.length));
        expect(all.every(({ inputs, targets }) => inputs.length === T && targets.length === T)).toBe(true);
        expect(tokens.length - 1 - read.length).toBeLessThan(T);
        all.slice(1).forEach(({ inputs }, k) => {
          expect(inputs[0]).toBe(all[k]!.targets.at(-1));
        });
      }),
    );
  });

  it('have a positive length', () => {
    expect(() => pieces(['a'], 0)).toThrow('A piece has an integer length of at least 1; got 0.');
  });
});
