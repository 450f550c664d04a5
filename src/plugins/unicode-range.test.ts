import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codePoints, complement, isIn, unicodeRange } from './unicode-range.mjs';

it('writes neighbours as one part', () => {
  expect(unicodeRange(codePoints('cabz a'))).toBe('U+20,U+61-63,U+7A');
  expect(complement(codePoints('ab'))).toBe('U+0-60,U+63-10FFFF');
});

it('a character is in the range of a text or in its complement, never in both', () => {
  const point = fc.integer({ min: 0, max: 0x10ffff }).filter((each) => each < 0xd800 || each > 0xdfff);
  fc.assert(
    fc.property(fc.array(point, { minLength: 1 }), point, (points, other) => {
      const text = codePoints(String.fromCodePoint(...points));
      for (const each of [...points, other]) {
        expect(isIn(each, unicodeRange(text))).toBe(points.includes(each));
        expect(isIn(each, complement(text))).toBe(!points.includes(each));
      }
    }),
  );
});
