/** The terms of the glossary, from one file. */
import { parse } from 'yaml';
import { entryOf, reader } from './files.ts';

const FILE = 'content/glossary.yaml';

export interface Entry {
  readonly id: string;
  readonly term: string;
  /** Other names in English. */
  readonly also?: readonly string[];
  /** Names in Chinese. */
  readonly zh: readonly string[];
  /** Number of the chapter that introduces the term. */
  readonly chapter: number;
  readonly definition: string;
}

export function readGlossary(text: string): ReadonlyMap<string, Entry> {
  const entries = (parse(text) as Entry[]).toSorted((a, b) => a.term.localeCompare(b.term, 'en'));
  for (const { id, term, zh, definition, chapter } of entries)
    if (!/^[a-z0-9-]+$/.test(id) || !term || !zh?.length || !definition?.endsWith('.') || !Number.isInteger(chapter))
      throw new Error(`${FILE}: the entry "${id}" needs id, term, zh, chapter, and a sentence as definition`);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  if (byId.size < entries.length) throw new Error(`${FILE}: an id is there twice`);
  return byId;
}

const read = reader(readGlossary);

export const glossary = (): ReadonlyMap<string, Entry> => read(FILE);

/** The entry with this id; one that is not in the file fails the build. */
export const glossaryEntry = (id: string): Entry => entryOf(glossary(), id, FILE);
