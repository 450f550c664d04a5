import { describe, expect, it } from 'vitest';
import { blocksOf, inlineDoc } from './docs.ts';

const link = (name: string): string | undefined => (name === 'run' ? '/reference/engine/#run' : undefined);

describe('blocksOf', () => {
  it('makes paragraphs and lists, and leaves code to the highlighter', () => {
    const doc = [
      'Runs a program',
      'to its end.',
      '',
      'Two ways:',
      '- `run`, at once',
      '- `steps`, one by',
      '  one',
      '',
      '```ts',
      'run(p); // → 1 < 2',
      '```',
      '',
      'Not fast.',
    ].join('\n');
    expect(blocksOf(doc, link)).toEqual([
      {
        kind: 'text',
        html: [
          '<p>Runs a program to its end.</p>',
          '<p>Two ways:</p>',
          '<ul>',
          '<li><a href="/reference/engine/#run"><code>run</code></a>, at once</li>',
          '<li><code>steps</code>, one by one</li>',
          '</ul>',
          '',
        ].join('\n'),
      },
      { kind: 'code', lang: 'ts', code: 'run(p); // → 1 < 2' },
      { kind: 'text', html: '<p>Not fast.</p>' },
    ]);
  });

  it('keeps an empty docstring empty', () => expect(blocksOf('', link)).toEqual([]));
});

describe('inlineDoc', () => {
  it.each([
    ['a < b & `c < d`', 'a &lt; b &amp; <code>c &lt; d</code>'],
    ['see {@link run}', 'see <a href="/reference/engine/#run"><code>run</code></a>'],
    ['W_x· x_t + b_·, y*', 'W_x· x_t + b_·, y*'],
    ['`none`', '<code>none</code>'],
  ])('of %s', (text, html) => expect(inlineDoc(text, link)).toBe(html));
});
