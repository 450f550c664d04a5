import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byAuthor, fullNames, readBibliography, reference, shortCitation, titleAndVenue } from './bibliography.ts';

const all = readBibliography(readFileSync('content/references.bib', 'utf8'));

describe('a citation in the text', () => {
  it.each([
    ['elman1990', 'Elman (1990)', 'Elman, 1990'],
    ['hochreiter1997', 'Hochreiter and Schmidhuber (1997)', 'Hochreiter and Schmidhuber, 1997'],
    ['cho2014', 'Cho et al. (2014)', 'Cho et al., 2014'],
  ])('%s is %s, or %s in parentheses', (key, open, inside) => {
    expect(shortCitation(all.get(key)!)).toBe(open);
    expect(shortCitation(all.get(key)!, { paren: true })).toBe(inside);
  });

  it('can name the place in the work', () => {
    expect(shortCitation(all.get('goodfellow2016')!, { paren: true, at: 'ch. 10' })).toBe(
      'Goodfellow et al., 2016, ch. 10',
    );
  });

  it('of a key that is not there fails, and tells which are like it', () => {
    expect(() => reference('elman1991')).toThrow('No "elman1991" in content/references.bib; there is elman1990');
  });
});

describe('a work in full', () => {
  const full = (key: string) => {
    const work = all.get(key)!;
    const links = work.links.map(({ href }) => href).join(' ');
    return `${fullNames(work.authors)} (${work.year}). ${titleAndVenue(work)} ${links}`;
  };

  it('names authors, year, title, venue, pages and where to find it', () => {
    expect(full('elman1990')).toBe(
      'Elman, J. L. (1990). Finding structure in time. <cite>Cognitive Science</cite> 14(2), 179–211. ' +
        'https://doi.org/10.1207/s15516709cog1402_1',
    );
    expect(full('jordan1986')).toBe(
      'Jordan, M. I. (1986). <cite>Serial order: A parallel distributed processing approach</cite>. Institute for ' +
        'Cognitive Science, University of California, San Diego, ICS Report 8604, reprinted 1997 in Advances in ' +
        'Psychology 121, 471–495. https://doi.org/10.1016/S0166-4115(97)80111-2',
    );
    expect(full('cho2014')).toContain('Cho, K., van Merriënboer, B., Gulcehre, C.,');
    expect(full('le2015')).toContain('rectified linear units</cite>. https://arxiv.org/abs/1504.00941');
  });

  it('leaves the capitals of its title alone', () => {
    expect(all.get('gers2000')!.title).toBe('Learning to forget: Continual prediction with LSTM');
  });

  it('stands in the list by author, then by year', () => {
    const keys = [...all.values()].sort(byAuthor).map(({ key }) => key);
    expect(keys.indexOf('bengio1994')).toBeLessThan(keys.indexOf('cho2014'));
    expect(keys.indexOf('hopfield1982')).toBeLessThan(keys.indexOf('jordan1986'));
  });
});

describe('the file', () => {
  it('gives every work authors, a title, and a key that is first author and year', () => {
    for (const { key, authors, year } of all.values()) {
      const name = authors[0]!.last.normalize('NFD').replaceAll(/[^A-Za-z]/g, '');
      // A letter or a word behind tells works of one author and year apart.
      expect(key).toMatch(new RegExp(`^${name.toLowerCase()}${year}[a-z]*$`));
    }
  });

  it('cannot hold a broken entry, one without authors, or one key twice', () => {
    const entry = '@book{a1, author = {A, B}, title = {T}, year = {2000}}';
    expect(() => readBibliography('@book{a1, title = {T')).toThrow();
    expect(() => readBibliography('@book{a1, title = {T}, year = {2000}}')).toThrow('a1 has no authors');
    expect(() => readBibliography(`${entry}\n${entry}`)).toThrow('twice');
  });
});
