import { describe, expect, it } from 'vitest';
import { type Asked, questionOf, startOf } from './question.ts';

const ask = (asked: Partial<Asked>) => questionOf({ id: 'e', kind: 'number', question: '?', ...asked });

describe('questionOf', () => {
  it('reads a number with its known wrong answers', () => {
    expect(ask({ answer: 0.5, unit: 'steps', wrong: [{ value: 1, reason: '' }] })).toEqual({
      kind: 'number',
      answer: 0.5,
      tolerance: undefined,
      unit: 'steps',
      wrong: [1],
    });
  });

  it('reads shapes as text or as numbers', () => {
    expect(ask({ kind: 'shape', answer: '3×5', wrong: [{ value: [5, 3], reason: '' }] })).toEqual({
      kind: 'shape',
      answer: [3, 5],
      wrong: [[5, 3]],
    });
  });

  it('finds the correct choices', () => {
    const choices = [{ text: 'a' }, { text: 'b', correct: true }];
    expect(ask({ kind: 'choice', choices })).toEqual({ kind: 'choice', right: [1], of: 2 });
  });

  it.each<[string, Partial<Asked>]>([
    ['undefined is no number', {}],
    ['NaN is no number', { answer: Number.NaN }],
    ['3 is no number', { answer: 1, wrong: [{ value: '3', reason: '' }] }],
    ['"n×m" is no shape', { kind: 'shape', answer: 'n×m' }],
    ['no choice is correct', { kind: 'choice', choices: [{ text: 'a' }] }],
    ['nothing to order', { kind: 'order', items: ['a'] }],
  ])('fails: %s', (why, asked) => expect(() => ask(asked)).toThrow(why));
});

describe('startOf', () => {
  it('is an order of all items, and empty where nothing is ordered', () => {
    const order = startOf({ id: 'e', kind: 'order', question: '?', items: ['a', 'b', 'c'] });
    expect(order.toSorted()).toEqual([0, 1, 2]);
    expect(startOf({ id: 'e', kind: 'number', question: '?' })).toEqual([]);
  });
});
