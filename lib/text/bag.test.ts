import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bagOfWords } from './bag.ts';
import { encode, fitVocabulary } from './vocabulary.ts';

it('a bag of words has forgotten the order, a sequence of ids has not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (ids) => {
      expect(bagOfWords(ids.toReversed(), 6)).toEqual(bagOfWords(ids, 6));
      expect(bagOfWords(ids, 6).reduce((sum, n) => sum + n, 0)).toBe(ids.length);
    }),
  );
  const [kind, unkind] = [
    'the plot was good and the cast was not bad',
    'the plot was not good and the cast was bad',
  ].map((text) => text.split(' ')) as [string[], string[]];
  const vocabulary = fitVocabulary([kind, unkind]);
  const size = vocabulary.words.length;
  expect(encode(vocabulary, kind)).not.toEqual(encode(vocabulary, unkind));
  expect(bagOfWords(encode(vocabulary, kind), size)).toEqual(bagOfWords(encode(vocabulary, unkind), size));
});

it('a bag refuses an id that it has no place for', () => {
  expect(() => bagOfWords([3], 3)).toThrow('Ids run from 0 to 2; got 3.');
});
