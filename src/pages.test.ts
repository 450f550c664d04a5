import { describe, expect, it } from 'vitest';
import { chapterNumber, pageId, readPages, sidebarOf } from './pages.ts';

describe('pageId', () => {
  it.each([
    ['index.mdx', 'index'],
    ['06-rnn.mdx', 'rnn'],
    ['06-rnn/index.mdx', 'rnn'],
    ['06-rnn/02-by-hand.mdx', 'rnn/by-hand'],
    ['gallery/unroll/by-hand.mdx', 'gallery/unroll/by-hand'],
    ['gallery/index.mdx', 'gallery'],
    ['notation.md', 'notation'],
    ['06-rnn\\index.mdx', 'rnn'],
  ])('of %s is %s', (path, id) => expect(pageId(path)).toBe(id));
});

describe('chapterNumber', () => {
  it.each([
    ['06-rnn.mdx', 6],
    ['content/06-rnn/index.mdx', 6],
    ['content/06-rnn/02-by-hand.mdx', undefined],
    ['content/notation.mdx', undefined],
    [undefined, undefined],
  ])('of %s is %s', (path, number) => expect(chapterNumber(path)).toBe(number));
});

describe('sidebarOf', () => {
  const slugs = (paths: string[]) =>
    Object.fromEntries(
      sidebarOf(new Map(paths.map((path) => [path, {}]))).map(({ label, items }) => [label, items.map((i) => i.slug)]),
    );

  it('lists chapters by number, a folder’s index first, and the rest as reference', () => {
    expect(
      slugs(['notation.mdx', '10-gru.mdx', '9-lstm/b.mdx', '9-lstm/index.mdx', 'index.mdx', '02-time.mdx']),
    ).toEqual({ Chapters: ['time', 'lstm', 'lstm/b', 'gru'], Reference: ['notation'] });
  });

  it('leaves out the home page, the gallery, hidden pages and drafts, and empty groups', () => {
    const pages = new Map([
      ['index.mdx', {}],
      ['gallery/index.mdx', {}],
      ['gallery/unroll/by-hand.mdx', {}],
      ['credits.mdx', { sidebar: { hidden: true } }],
      ['notes.mdx', { draft: true }],
      ['01-why.mdx', {}],
    ]);
    expect(sidebarOf(pages)).toEqual([{ label: 'Chapters', items: [{ slug: 'why', attrs: { 'data-chapter': 1 } }] }]);
  });

  it('finds every address once in the content on disk', () => {
    const ids = [...readPages('content').keys()].map(pageId);
    expect(ids).toContain('index');
    expect(new Set(ids).size).toBe(ids.length);
  });
});
