import { describe, expect, it } from 'vitest';
import { oneHot, shifted } from '../text/index.ts';
import { clashes, tokenizeAsWritten, tokenizeRepaired, writeReviews } from './index.ts';

const TRAIN = writeReviews(1, 40).map(({ text }) => text);
const TEST = writeReviews(2, 20).map(({ text }) => text);

describe('the fourth source as written', () => {
  const [train, test] = [tokenizeAsWritten(TRAIN), tokenizeAsWritten(TEST)];

  it('gives most ids of the test texts to other words', () => {
    const wrong = clashes(train.vocabulary, test.vocabulary);
    expect(wrong.length).toBeGreaterThan(test.vocabulary.words.length / 2);
    for (const { id, words } of wrong) {
      expect(words).toEqual([train.vocabulary.words[id], test.vocabulary.words[id]]);
      expect(words[0]).not.toBe(words[1]);
    }
    expect(clashes(train.vocabulary, train.vocabulary)).toEqual([]);
  });

  it('pads each set to a length of its own', () => {
    const [short, long] = [tokenizeAsWritten(['a b']), tokenizeAsWritten(['a b c d'])];
    expect([short.ids[0]!.length, long.ids[0]!.length]).toEqual([2, 4]);
    expect(tokenizeAsWritten(['a', 'b b']).ids).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });

  it('counts one word too few: ids start at 1, so the largest is len(word_index)', () => {
    const words = train.vocabulary.ids.size;
    const ids = [...new Set(train.ids.flat())];
    expect(Math.max(...ids)).toBe(words);
    expect(() => oneHot([words], words)).toThrow(RangeError);
    expect(oneHot([words], words + 1).shape).toEqual([1, words + 1]);
  });
});

describe('the fourth source repaired', () => {
  const { train, test } = tokenizeRepaired(TRAIN, TEST);

  it('uses the training vocabulary and length for both', () => {
    expect(test.vocabulary).toBe(train.vocabulary);
    const lengths = [...train.ids, ...test.ids].map((ids) => ids.length);
    expect(new Set(lengths).size).toBe(1);
    expect(Math.max(...test.ids.flat())).toBeLessThan(train.vocabulary.words.length);
  });

  it('shifts instead of pairing at will (K4a)', () => {
    expect(shifted(['I', 'love', 'you'])).toEqual({ inputs: ['I', 'love'], targets: ['love', 'you'] });
  });
});
