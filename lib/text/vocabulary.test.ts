import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, fitVocabulary, frequencies } from './vocabulary.ts';

const TEXTS = [
  ['a', 'b', 'a', 'c'],
  ['a', 'c', 'd'],
];
const token = fc.constantFrom(...'abcdefgh');
const texts = fc.array(fc.array(token, { maxLength: 20 }), { maxLength: 5 });

describe('frequencies', () => {
  it('fall; equals keep the order of their first appearance', () => {
    expect(frequencies(TEXTS)).toEqual([
      ['a', 3],
      ['c', 2],
      ['b', 1],
      ['d', 1],
    ]);
  });
});

describe('fitVocabulary', () => {
  it('reserves 0 for padding and 1 for unknown', () => {
    const { words, counts } = fitVocabulary(TEXTS);
    expect(words).toEqual(['<pad>', '<unk>', 'a', 'c', 'b', 'd']);
    expect(counts).toEqual([0, 0, 3, 2, 1, 1]);
  });

  it('of size 100 has ids up to 99: the off-by-one of num_words', () => {
    const many = [Array.from({ length: 500 }, (_, k) => `word${k}`)];
    const keras = fitVocabulary(many, { size: 100, oov: false });
    expect(Math.max(...keras.ids.values())).toBe(99);
    expect(keras.ids.size).toBe(99); // not 100 words
    expect(fitVocabulary(many, { size: 100 }).ids.size).toBe(98);
    // Without a limit the largest id is the number of words: an embedding needs one row more.
    const all = fitVocabulary(many, { oov: false });
    expect(Math.max(...all.ids.values())).toBe(all.ids.size);
    expect(all.words).toHaveLength(all.ids.size + 1);
  });

  it('counts what has no id of its own as unknown', () => {
    const { counts } = fitVocabulary(TEXTS, { size: 4 });
    expect(counts).toEqual([0, 2, 3, 2]);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(TEXTS.flat().length);
  });

  it('takes a token that is written like a reserved one for a word', () => {
    const vocabulary = fitVocabulary([['<pad>', 'x']]);
    expect(encode(vocabulary, ['<pad>', 'x', 'y'])).toEqual([2, 3, 1]);
  });

  it('refuses a size without room for the reserved ids', () => {
    expect(() => fitVocabulary(TEXTS, { size: 1 })).toThrow('A vocabulary of 1 ids has no room for <pad> and <unk>.');
    expect(fitVocabulary(TEXTS, { size: 2 }).words).toEqual(['<pad>', '<unk>']);
  });
});

describe('encode and decode', () => {
  it('are inverse on known tokens', () => {
    fc.assert(
      fc.property(texts, (each) => {
        const vocabulary = fitVocabulary(each);
        for (const tokens of each) expect(decode(vocabulary, encode(vocabulary, tokens))).toEqual(tokens);
      }),
    );
  });

  it('give ids below the size, and as many as tokens, unless unknown ones are dropped', () => {
    fc.assert(
      fc.property(texts, fc.array(token), fc.integer({ min: 2, max: 8 }), (each, tokens, size) => {
        const ids = encode(fitVocabulary(each, { size }), tokens);
        expect(ids).toHaveLength(tokens.length);
        expect(ids.every((id) => id >= 1 && id < size)).toBe(true);
        const dropping = fitVocabulary(each, { size, oov: false });
        expect(encode(dropping, tokens)).toHaveLength(tokens.filter((t) => dropping.ids.has(t)).length);
      }),
    );
  });

  it('leave padding out and refuse an id that is none', () => {
    const vocabulary = fitVocabulary(TEXTS);
    expect(decode(vocabulary, [0, 0, 2, 1])).toEqual(['a', '<unk>']);
    expect(() => decode(vocabulary, [6])).toThrow('Ids run from 0 to 5; got 6.');
  });
});
