import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isValid } from './actions.ts';
import { type Example, examples } from './examples.ts';
import { derive } from './model.ts';
import { START } from './state.ts';

const PAGES = 'content/gallery/unroll';
const all = Object.entries<Example>(examples);

describe.each(all)('the example “%s”', (name, { title, note, state }) => {
  it('has a page in the gallery that shows it, with its title and what to look for', () => {
    const page = readFileSync(`${PAGES}/${name}.mdx`, 'utf8');
    const [, frontmatter, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(page)!;
    expect(parse(frontmatter!)).toMatchObject({ title, description: note, sidebar: { hidden: true } });
    expect(body).toContain(`example="${name}"`);
  });

  it('can be drawn, and stands at a stop of its walk', () => {
    const full = { ...START, ...state };
    expect(isValid(full)).toBe(true);
    expect(derive(full).stops).toContain(full.at);
  });
});

it('every page of the gallery shows an example', () => {
  expect(
    globSync(`${PAGES}/*.mdx`)
      .map((file) => file.replace(/^.*[\\/](.*)\.mdx$/, '$1'))
      .toSorted(),
  ).toEqual(Object.keys(examples).toSorted());
});
