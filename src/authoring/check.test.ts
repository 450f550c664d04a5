import { describe, expect, it } from 'vitest';
import { judge, type Question, shuffled } from './check.ts';

describe('a number', () => {
  const h2: Question = { kind: 'number', answer: 0.36342, wrong: [0.3808] };
  it.each([
    ['0.36342', { verdict: 'right' }],
    ['0.363', { verdict: 'right' }],
    ['0,3634', { verdict: 'right' }],
    ['0.36', { verdict: 'near', slip: 'rounded' }],
    ['0.4', { verdict: 'near', slip: 'rounded' }],
    ['0.366', { verdict: 'near', slip: 'nearby' }],
    ['0.381', { verdict: 'wrong', reason: 0 }],
    ['-0.363', { verdict: 'wrong', slip: 'sign' }],
    ['0.7616', { verdict: 'wrong' }],
    ['', { verdict: 'empty' }],
    ['tanh', { verdict: 'unreadable' }],
  ])('0.36342, answered %j', (answer, expected) => expect(judge(h2, answer)).toEqual(expected));

  it('that is whole must be exact, however its thousands are grouped', () => {
    const count: Question = { kind: 'number', answer: 4224, wrong: [] };
    for (const text of ['4224', '4,224', '4.224', '4 224']) expect(judge(count, text).verdict).toBe('right');
    for (const text of ['4220', '4200', '4225']) expect(judge(count, text)).toEqual({ verdict: 'wrong' });
  });

  it('computed in floating point counts as its whole value', () => {
    expect(judge({ kind: 'number', answer: 1 - 2e-16, wrong: [] }, '1').verdict).toBe('right');
  });

  it('has the tolerance that it is given, its bound included', () => {
    const loose: Question = { kind: 'number', answer: 0.3, tolerance: 0.1, wrong: [] };
    expect(judge(loose, '0.4').verdict).toBe('right');
    expect(judge(loose, '0.401').verdict).toBe('near');
  });

  it('near zero is not everything small', () => {
    expect(judge({ kind: 'number', answer: 9.5367e-7, wrong: [] }, '0').verdict).toBe('wrong');
    expect(judge({ kind: 'number', answer: 9.5367e-7, wrong: [] }, '9.54e-7').verdict).toBe('right');
    expect(judge({ kind: 'number', answer: 0, wrong: [] }, '0.001').verdict).toBe('wrong');
  });
});

describe('a shape', () => {
  const shape: Question = { kind: 'shape', answer: [3, 5], wrong: [[3, 1]] };
  it.each([
    ['3x5', { verdict: 'right' }],
    ['5×3', { verdict: 'wrong', slip: 'transposed' }],
    ['3×1', { verdict: 'wrong', reason: 0 }],
    ['15', { verdict: 'wrong' }],
    ['n×m', { verdict: 'unreadable' }],
  ])('3×5, answered %j', (answer, expected) => expect(judge(shape, answer)).toEqual(expected));
});

describe('a choice', () => {
  it('of one tells the reason of what was taken, right or wrong', () => {
    const one: Question = { kind: 'choice', right: [1], of: 3 };
    expect(judge(one, '1')).toEqual({ verdict: 'right', reason: 1 });
    expect(judge(one, '2')).toEqual({ verdict: 'wrong', reason: 2 });
  });

  it('of several is right when all are taken, near while some are missing', () => {
    const several: Question = { kind: 'choice', right: [0, 2, 3], of: 4 };
    expect(judge(several, '0,2,3')).toEqual({ verdict: 'right' });
    expect(judge(several, '2')).toEqual({ verdict: 'near', missing: 2 });
    expect(judge(several, '0,2')).toEqual({ verdict: 'near', missing: 1 });
    expect(judge(several, '0,1,2,3')).toEqual({ verdict: 'wrong', reason: 1 });
  });
});

describe('an order', () => {
  it('is right in sequence, and else says how far it holds', () => {
    const order: Question = { kind: 'order', of: 4 };
    expect(judge(order, '0,1,2,3')).toEqual({ verdict: 'right' });
    expect(judge(order, '0,1,3,2')).toEqual({ verdict: 'wrong', inPlace: 2 });
    expect(judge(order, '3,0,1,2')).toEqual({ verdict: 'wrong', inPlace: 0 });
  });

  it('starts shuffled, the same each time, never solved', () => {
    for (let of = 2; of < 8; of++)
      for (const seed of ['a', 'b', 'forward-pass', 'x/y']) {
        const order = shuffled(of, seed);
        expect(order).toEqual(shuffled(of, seed));
        expect(order.toSorted()).toEqual(Array.from({ length: of }, (_, i) => i));
        expect(judge({ kind: 'order', of }, order.join()).verdict).toBe('wrong');
      }
  });
});
