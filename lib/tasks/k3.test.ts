import { describe, expect, it } from 'vitest';
import { cells, output, rnn, run, ShapeError, text } from '../index.ts';
import { randomInputs } from '../testing.ts';
import { prepareTexts, textClassifier, writeReviews } from './index.ts';

const REVIEWS = writeReviews(3, 60);
const TEXTS = REVIEWS.map((review) => review.text);
const LABELS = REVIEWS.map(({ label }) => label);
const SIZES = { T: 6, V: 20, E: 4, H: 5, classes: 2 };

describe('textClassifier', () => {
  it('with return_sequences has outputs per step for a label per text: a ShapeError (K3b)', () => {
    for (const cell of cells) {
      expect(() => textClassifier(cell, { ...SIZES, returnSequences: true })).toThrow(ShapeError);
      expect(() => textClassifier(cell, SIZES)).not.toThrow();
    }
  });

  it('with targets of another number of classes does not fit either (K3d, K4c)', () => {
    expect(() => textClassifier(rnn, { ...SIZES, target: [3] })).toThrow(ShapeError);
    // K4c: an output for each word of the vocabulary, for two classes.
    expect(() => textClassifier(rnn, { ...SIZES, classes: SIZES.V, target: [2] })).toThrow(ShapeError);
  });

  it('runs on a prepared text and gives a logit per class', () => {
    const { vocabulary, length, parts } = prepareTexts(TEXTS, LABELS, 2, text.randomSplit(60, 1));
    const program = textClassifier(rnn, { T: length, V: vocabulary.words.length, E: 4, H: 5, classes: 2 });
    const values = run(program, {
      ...randomInputs(program, 1),
      x: text.oneHot(parts.train.ids[0]!, vocabulary.words.length),
      target: { shape: [2], data: parts.train.targets.data.slice(0, 2) },
    });
    expect(output(program, values, 'y').shape).toEqual([length, 2]);
    expect(output(program, values, 'L').data[0]).toBeGreaterThan(0);
  });

  it('with a mask says the same whatever stands behind the text, and without it does not', () => {
    for (const cell of cells)
      for (const masked of [true, false]) {
        const program = textClassifier(cell, { ...SIZES, masked });
        const given = randomInputs(program, 4);
        if (masked) given.mask!.data.set([1, 1, 1, 1, 0, 0]);
        const says = (ids: number[]) => {
          const values = run(program, { ...given, x: text.oneHot(ids, SIZES.V), target: [1, 0] });
          return output(program, values, 'y').data.slice(-2);
        };
        const same = expect(says([3, 7, 9, 3, 5, 6]));
        if (masked) same.toEqual(says([3, 7, 9, 3, 0, 0]));
        else same.not.toEqual(says([3, 7, 9, 3, 0, 0]));
      }
  });

  it('embeds an id as a column of W_e: looking up is multiplying by one-hot', () => {
    const program = textClassifier(rnn, SIZES);
    const random = randomInputs(program, 2);
    const given = { ...random, x: text.oneHot([3, 0, 19, 3, 1, 2], SIZES.V), target: [1, 0] };
    const e = output(program, run(program, given), 'e');
    const column = (id: number) => Array.from({ length: 4 }, (_, row) => random.W_e!.data[row * SIZES.V + id]!);
    expect(Array.from(e.data.slice(0, 4))).toEqual(column(3));
    expect(Array.from(e.data.slice(8, 12))).toEqual(column(19));
  });
});

describe('prepareTexts', () => {
  const split = text.randomSplit(60, 1, { validation: 0.2, test: 0.2 });

  it('has one vocabulary, one length and one number of classes for all parts', () => {
    const { vocabulary, length, parts } = prepareTexts(TEXTS, LABELS, 2, split);
    for (const [name, { ids, mask, targets }] of Object.entries(parts)) {
      const n = split[name as keyof typeof split].length;
      expect(targets.shape).toEqual([n, 2]);
      expect(ids.every((each) => each.length === length && Math.max(...each) < vocabulary.words.length)).toBe(true);
      expect(mask.flat().filter((m) => m === 1)).toHaveLength(ids.flat().filter((id) => id !== 0).length);
    }
    expect(text.argmax(parts.test.targets)).toEqual(split.test.map((i) => LABELS[i]));
  });

  it('keeps a place for a word that the training texts do not have', () => {
    const { parts } = prepareTexts(['a b', 'a c', 'a z'], [0, 1, 1], 2, { train: [0, 1], validation: [], test: [2] });
    expect(parts.test.ids).toEqual([[2, 1]]);
  });

  it('stays below its size, also after truncation', () => {
    const { vocabulary, parts } = prepareTexts(TEXTS, LABELS, 2, split, { size: 10, length: 4, truncate: 'pre' });
    expect(vocabulary.words).toHaveLength(10);
    expect(parts.train.ids.flat().every((id) => id < 10)).toBe(true);
    expect(parts.train.ids.every((ids) => ids.length === 4)).toBe(true);
  });

  it('does not infer the classes from a part, which may lack one (K3d)', () => {
    const onlyFirst = { train: [0, 1], validation: [2], test: [] };
    const { parts } = prepareTexts(['a', 'b', 'a'], [0, 1, 0], 2, onlyFirst);
    expect(parts.validation.targets.shape).toEqual([1, 2]);
    expect(text.oneHot([0], Math.max(0) + 1).shape).toEqual([1, 1]); // inferred, it is narrower
    expect(() => prepareTexts(['a'], [2], 2, { train: [0], validation: [], test: [] })).toThrow(RangeError);
    expect(() => prepareTexts(['a'], [], 2, split)).toThrow('Each text needs a label; got 1 texts and 0 labels.');
    expect(() => prepareTexts(['a'], [0], 2, { train: [0], validation: [], test: [1] })).toThrow(
      'The split asks for text 1; there are 1, from 0.',
    );
  });
});
