import { describe, expect, it } from 'vitest';
import { words } from '../text/tokens.ts';
import { examples, REVIEW_WORDS, reviews, writeReviews } from './index.ts';

const KIND = new Set('good great funny moving clever gripping charming fresh'.split(' '));
const CLAUSE = /the (\w+) was (?:(not|never) )?(?:(?:very|really|quite) )?(\w+)/g;

/** What each clause says, by reading it: 1 liked, 0 not. */
const verdicts = (text: string): number[] =>
  [...text.matchAll(CLAUSE)]
    .filter(([, subject]) => subject !== 'theatre')
    .map(([, , negation, adjective]) => Number(KIND.has(adjective!) === !negation));

const bag = (text: string) => words(text).toSorted().join(' ');

describe('reviews', () => {
  const all = writeReviews(1, 600);

  it('mean what their label says, in every clause', () => {
    for (const { text, label, kind } of all) {
      const said = verdicts(text);
      expect(said).toHaveLength(kind === 'twin' ? 2 : 1);
      expect(new Set(said)).toEqual(new Set([label]));
      expect(/not|never/.test(text)).toBe(kind !== 'plain');
    }
  });

  it('have twins whose words say nothing: with the negation in the other clause the words are the same, the label not', () => {
    for (const { text, label, kind } of all) {
      if (kind !== 'twin') continue;
      const swapped = text.replace(
        /was (not |never )?([^.]*?) and the (\w+) was (not |never )?/,
        (_, first = '', middle, subject, second = '') => `was ${second}${middle} and the ${subject} was ${first}`,
      );
      expect(bag(swapped)).toBe(bag(text));
      expect(new Set(verdicts(swapped))).toEqual(new Set([1 - label]));
    }
  });

  it('are balanced, and of each kind as often as asked for', () => {
    const share = (f: (review: (typeof all)[number]) => boolean) => all.filter(f).length / all.length;
    expect(Math.abs(share(({ label }) => label === 1) - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 600));
    expect(Math.abs(share(({ kind }) => kind === 'twin') - 1 / 3)).toBeLessThan(4 * Math.sqrt(0.23 / 600));
    const twins = writeReviews(1, 200, { plain: 0, negated: 0, asides: 0 });
    const negatedFirst = twins.filter(({ text }) => /not|never/.test(text.split(' and ')[0]!)).length;
    expect(Math.abs(negatedFirst - 100)).toBeLessThan(4 * Math.sqrt(50));
    expect(writeReviews(1, 50, { plain: 0, negated: 0 }).every(({ kind }) => kind === 'twin')).toBe(true);
    expect(() => writeReviews(1, 1, { plain: 0, negated: 0, twin: 0 })).toThrow('is above 0');
    expect(() => writeReviews(1, 1, { asides: 100 })).toThrow('reviews: asides is an integer from 0 to 6; got 100.');
    expect(() => reviews.bounds({ plain: 0, negated: 0, twin: 0 })).toThrow('is above 0');
  });

  it('are the texts of the task, in words that have a column each', () => {
    examples(reviews, 1, 20).forEach(({ text, labels }, index) => {
      expect(all[index]).toMatchObject({ text, label: labels!.at(-1) });
      expect(words(text!).every((word) => REVIEW_WORDS.includes(word))).toBe(true);
    });
  });

  it('leave a bag of words ln 2 for the twins alone', () => {
    const bound = (twin: number) => reviews.bounds({ twin }).others!.find(({ id }) => id === 'bag')!;
    expect(bound(0)).toMatchObject({ loss: 0, accuracy: 1 });
    expect(bound(1).accuracy).toBeCloseTo(5 / 6, 14);
    expect(reviews.bounds({ plain: 0, negated: 0 }).others![1]).toMatchObject({ loss: Math.LN2, accuracy: 0.5 });
  });
});
