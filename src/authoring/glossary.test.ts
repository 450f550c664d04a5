import { describe, expect, it } from 'vitest';
import { glossary, glossaryEntry, readGlossary } from './glossary.ts';
import { inline } from './inline.ts';

describe('the glossary', () => {
  it('has its entries in alphabetical order, each with a sentence that can be set', () => {
    const terms = [...glossary().values()].map(({ term }) => term);
    expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'en')));
    for (const { definition } of glossary().values()) expect(() => inline(definition)).not.toThrow();
  });

  it('knows the names in Chinese', () => {
    expect(glossaryEntry('hidden-state').zh).toEqual(['隐藏状态', '隐含状态', '隐状态']);
    expect([glossaryEntry('recurrent').zh[0], glossaryEntry('recursive').zh[0]]).toEqual(['循环', '递归']);
  });

  it('fails on an id that is not there', () => {
    expect(() => glossaryEntry('hidden-stat')).toThrow('there is hidden-layer, hidden-state');
  });

  it('cannot hold an entry that lacks something, or one id twice', () => {
    const entry = '- {id: a, term: a, zh: [甲], chapter: 1, definition: A letter.}';
    expect(() => readGlossary('- {id: a, term: a, chapter: 1, definition: A letter.}')).toThrow('"a" needs');
    expect(() => readGlossary(`${entry}\n${entry}`)).toThrow('twice');
  });
});
