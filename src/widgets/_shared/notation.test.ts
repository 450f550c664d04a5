import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { family, linkId, pieces, plain, short } from './notation.ts';

describe('a name in plain text', () => {
  it.each([
    ['h_2', 'h₂'],
    ['h_12', 'h₁₂'],
    ['W_hh', 'W_hh'],
    ['W_hh·h_1', 'W_hh·h₁'],
    ['W_hh[0,1]', 'W_hh[0,1]'],
    ['l_3', 'ℓ₃'],
    ['target_2', 'y*₂'],
    ['(y_1 − target_1)²', '(y₁ − y*₁)²'],
    ['tanh(a_2)', 'tanh(a₂)'],
    ['logsumexp(y_2)', 'logsumexp(y₂)'],
    ['dL/dL', '∂L/∂L'],
    ['dL/dh_2', '∂L/∂h₂'],
    ['dL/dW_hh', '∂L/∂W_hh'],
    ['dh_2/da_2', '∂h₂/∂a₂'],
    ['dL/dh_2←a_3', '∂L/∂h₂ (via a₃)'],
    ['dL/dW_hh←a_2+', '∂L/∂W_hh (via a₂ …)'],
    ['dl_1/d((y_1 − target_1)²)', '∂ℓ₁/∂((y₁ − y*₁)²)'],
    ['x_t', 'x_t'],
    ['tanh(h_1)′', 'tanh(h₁)'],
  ])('%s is written %s', (name, written) => {
    expect(plain(name)).toBe(written);
  });

  it('has letters with what stands below them, and the text between', () => {
    expect(pieces('dL/dh_2')).toEqual([
      ...[{ text: '∂' }, { letter: 'L', below: '' }, { text: '/' }, { text: '∂' }, { letter: 'h', below: '2' }],
    ]);
    expect(pieces('W_hh')).toEqual([{ letter: 'W', below: 'hh' }]);
  });

  it('can be made of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('dLhW_tax12/·(+ )[,]yq')) }), (name) => {
        expect(pieces(name).length > 0).toBe(name !== '');
      }),
    );
  });
});

describe('a number on a chip', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-3, '−3'],
    [0.5, '0.500'],
    [-0.12345, '−0.123'],
    [0.001, '0.00100'],
    [12.345, '12.3'],
    [-123.45, '−123'],
    [999.96, '1000'],
    [1234.5, '1235'],
    [-9999.7, '−10000'],
    [4321, '4321'],
    [12345, '1.2e4'],
    [-0.00012, '−1.2e−4'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [Number.NaN, 'NaN'],
  ])('%d is %s', (x, text) => {
    expect(short(x)).toBe(text);
  });

  it('is never longer than a chip, and is read back to within a hundredth, or a twentieth as a power of ten', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e307, max: 1e307, noNaN: true }), (x) => {
        const text = short(x);
        expect(text.length).toBeLessThanOrEqual(9);
        expect(text).not.toMatch(/[-+]/);
        if (x !== 0)
          expect(Math.abs(Number(text.replaceAll('−', '-')) / x - 1)).toBeLessThan(/e/.test(text) ? 0.05 : 0.01);
      }),
    );
  });
});

describe('a link between views', () => {
  it('takes every contribution to a gradient for that gradient, and an element for its tensor', () => {
    expect(linkId('dL/dh_2←a_3', 2)).toBe('dL/dh_2');
    expect(linkId('dL/dW_hh←a_2+', 2)).toBe('dL/dW_hh');
    expect(linkId('W_hh[0,1]', 2)).toBe('W_hh');
  });

  it('puts the walk’s time step into a formula’s relative time', () => {
    expect(['h[t]', 'h[t-1]', 'dL/dh[t+1]', 'W_hh'].map((name) => linkId(name, 3))).toEqual([
      ...['h_3', 'h_2', 'dL/dh_4', 'W_hh'],
    ]);
    expect(linkId('h[t-1]', undefined)).toBe('h');
  });

  it('knows the symbol without its time', () => {
    expect(['h_2', 'W_hh', 'dL/dh_12', 'dh_2/da_2', 'h'].map(family)).toEqual(['h', 'W_hh', 'dL/dh', 'dh/da', 'h']);
  });
});
