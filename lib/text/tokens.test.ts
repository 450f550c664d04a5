import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints, graphemes, segmentWords, words } from './tokens.ts';

describe('codePoints, graphemes', () => {
  it('lose nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(codePoints(text).join('')).toBe(text);
        expect(graphemes(text).join('')).toBe(text);
        expect(graphemes(text).length).toBeLessThanOrEqual(codePoints(text).length);
      }),
    );
  });

  it('differ where one visible character has several code points', () => {
    expect(codePoints('👩‍🚀')).toHaveLength(3);
    expect(graphemes('👩‍🚀')).toHaveLength(1);
    expect('👩‍🚀').toHaveLength(5); // UTF-16 units, what JavaScript counts
  });
});

describe('words', () => {
  it('are runs of letters and digits, and single punctuation marks', () => {
    expect(words("It’s 3-4 o'clock -- isn't it?")).toEqual(['it’s', '3-4', "o'clock", '-', '-', "isn't", 'it', '?']);
    expect(words('Naïve café')).toEqual(['naïve', 'café']);
    expect(words(' \n ')).toEqual([]);
  });

  it('lose nothing but spaces and upper case', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(words(text).join('')).toBe(text.toLowerCase().replaceAll(/\s/g, ''));
      }),
    );
  });

  it('take a Chinese sentence for one word: there are no spaces', () => {
    expect(words('我喜欢音乐。')).toEqual(['我喜欢音乐', '。']);
    expect(codePoints('我喜欢音乐。')).toHaveLength(6);
  });
});

describe('segmentWords', () => {
  it('finds words without spaces, and loses nothing but spaces', () => {
    const text = '循环网络一次只读一个字。 它记在状态里。';
    const tokens = segmentWords(text, 'zh');
    expect(tokens.join('')).toBe(text.replaceAll(' ', ''));
    expect(tokens.length).toBeLessThan(codePoints(text).length);
    expect(tokens).toContain('循环');
  });

  it('agrees with words on plain English', () => {
    expect(segmentWords('the plot was not good .', 'en')).toEqual(words('the plot was not good .'));
  });
});
