import { describe, expect, it } from 'vitest';
import { readNumber, readShape, showNumber } from './numbers.ts';

describe('readNumber', () => {
  it.each([
    ['0.3634', [0.3634]],
    ['0,3634', [0.3634]],
    [' .5 ', [0.5]],
    ['+2', [2]],
    ['−0.5', [-0.5]],
    ['–,5', [-0.5]],
    ['3/5', [0.6]],
    ['-3/5', [-0.6]],
    ['1,5/2', [0.75]],
    ['9.5e-7', [9.5e-7]],
    ['9.5×10^-7', [9.5e-7]],
    ['9,5 · 10^(-7)', [9.5e-7]],
    ['9.5*10**2', [950]],
    ['56.2%', [0.562]],
    ['1 275', [1275]],
    ['1,234.5', [1234.5]],
    ['1.234,5', [1234.5]],
    ['1.234.567', [1234567]],
    ['1,234', [1234, 1.234]],
  ])('reads %s as %j', (text, readings) => expect(readNumber(text)).toEqual(readings));

  it.each(['', '-', '.', 'x', 'tanh(1)', '1/0', '1/2/3', '1,2,3', '1.2.3', '0x10', '1e', 'NaN', 'Infinity', '1..2'])(
    'reads no number in %j',
    (text) => expect(readNumber(text)).toEqual([]),
  );

  it('lets the unit stand behind the number', () => {
    expect(readNumber('3 steps', 'steps')).toEqual([3]);
    expect(readNumber('3', 'steps')).toEqual([3]);
    expect(readNumber('56,2 %', '%')).toEqual([56.2]);
    expect(readNumber('3 stops', 'steps')).toEqual([]);
  });
});

describe('readShape', () => {
  it.each(['3×5', '3x5', '3 X 5', '3*5', '(3, 5)', '[3,5]', '3 by 5', '3 5'])('reads %s', (text) =>
    expect(readShape(text)).toEqual([3, 5]),
  );
  it('reads vectors and tensors', () => {
    expect(readShape('4')).toEqual([4]);
    expect(readShape('(4,)')).toEqual([4]);
    expect(readShape('2×3×4')).toEqual([2, 3, 4]);
  });
  it.each(['', '3×', '×5', 'n×m', '3.5×2', '-3×5'])('reads no shape in %j', (text) =>
    expect(readShape(text)).toBeUndefined(),
  );
});

describe('showNumber', () => {
  it.each([
    [0, '0'],
    [4224, '4224'],
    [-1, '−1'],
    [0.36342, '0.363'],
    [-0.5, '−0.500'],
    [117.39, '117'],
    [9.53e-7, '9.53 × 10⁻⁷'],
    [6.4e8, '6.40 × 10⁸'],
  ])('shows %d as %s', (x, text) => expect(showNumber(x)).toBe(text));
});
