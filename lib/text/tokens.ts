/**
 * Cutting text into tokens.
 *
 * `codePoints` and `words` are fixed by the Unicode version alone. `graphemes` and `segmentWords` ask `Intl.Segmenter`,
 * whose rules and dictionaries come with the browser: two browsers may cut a Chinese sentence differently, so what they
 * give is for display and for training in the page, not for numbers that must be the same everywhere.
 */

/**
 * Characters as Unicode code points: a letter and its combining accent are two, a family emoji is seven.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.codePoints('né 👍') // → [ 'n', 'é', ' ', '👍' ]
 * text.codePoints('你好') // → [ '你', '好' ]
 * ```
 */
export const codePoints = (text: string): string[] => Array.from(text);

/**
 * Characters as readers see them: what one press of the arrow key passes.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.graphemes('e\u0301a').length // → 2
 * text.codePoints('e\u0301a').length // → 3
 * ```
 */
export const graphemes = (text: string, locale = 'en'): string[] =>
  Array.from(new Intl.Segmenter(locale, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);

/** Letters and digits, with apostrophes and hyphens inside; or a single other character that is not a space. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|[^\s]/gu;

/**
 * Words and punctuation marks of a language that puts spaces between words, in lower case: upper case doubles the
 * vocabulary to say little. Each punctuation mark is a token, where Keras' Tokenizer drops them.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.words("It isn't bad, is it?") // → [ 'it', "isn't", 'bad', ',', 'is', 'it', '?' ]
 * ```
 */
export const words = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/**
 * Words of any language by the browser's dictionary, which Chinese, Japanese or Thai need: they put no spaces between
 * words. White space is dropped, punctuation kept.
 *
 * ```ts
 * import { text } from 'unrolled';
 * text.segmentWords('我喜欢音乐。', 'zh') // → [ '我', '喜欢', '音乐', '。' ]
 * ```
 */
export const segmentWords = (text: string, locale: string): string[] =>
  Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(text), ({ segment }) => segment).filter(
    (segment) => segment.trim() !== '',
  );
