import { describe, expect, it } from 'vitest';
import { inline, plain, sentence } from './inline.ts';

describe('inline', () => {
  it('sets code, strong text and emphasis, and escapes the rest', () => {
    expect(inline('`a < b` & **not** *always* <i>')).toBe(
      '<code>a &lt; b</code> &amp; <strong>not</strong> <em>always</em> &lt;i&gt;',
    );
  });
  it('sets formulas', () => expect(inline('so $h_t$ is')).toMatch(/^so <span class="katex">.* is$/));
  it('breaks on a broken formula', () => expect(() => inline('$\\frac{1$')).toThrow());
  it('leaves a lone star alone', () => expect(inline('3 * 5 = 15')).toBe('3 * 5 = 15'));
});

describe('sentence', () => {
  it('ends in a full stop, once', () => {
    expect([sentence('So it is'), sentence('So it is.'), sentence('Is it?')]).toEqual([
      'So it is.',
      'So it is.',
      'Is it?',
    ]);
  });
});

describe('plain', () => {
  it('keeps the words', () => {
    expect(plain('Apply $\\tanh$ to `a`, **then** stop')).toBe('Apply tanh to a, then stop');
    expect(plain('$\\sym{h}{h_t} = 3 \\times 5$')).toBe('h_t = 3 ×5');
  });
});
