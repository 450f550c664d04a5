/** The bibliography: one BibTeX file, parsed at build, set as author and year in the text and in full in the list. */
import { type Entry, parse } from '@retorquere/bibtex-parser';
import { entryOf, reader } from './files.ts';
import { escapeHtml } from './inline.ts';
import { strings } from './strings.ts';

const FILE = 'content/references.bib';

export interface Reference {
  readonly key: string;
  readonly authors: readonly Author[];
  readonly year: string;
  readonly title: string;
  /** Journal, proceedings, publisher or institution, with volume and pages. */
  readonly venue: { readonly name: string; readonly isTitle: boolean; readonly place: string };
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

export interface Author {
  readonly first: string;
  readonly last: string;
}

export function readBibliography(bibtex: string): ReadonlyMap<string, Reference> {
  // Titles stay as they are written: the parser's sentence case does not know the field's proper names.
  const { entries, errors } = parse(bibtex, { english: false });
  if (errors.length) throw new Error(`${FILE}: ${errors.map(({ error }) => error).join('; ')}`);
  const references = entries.map(toReference);
  const keys = new Set(references.map(({ key }) => key));
  if (keys.size < references.length) throw new Error(`${FILE}: a key is there twice`);
  return new Map(references.map((each) => [each.key, each]));
}

function toReference({ key, fields }: Entry): Reference {
  const reference = {
    key,
    authors: (fields.author ?? []).map(({ name, firstName = '', lastName = '', prefix }) => ({
      first: firstName,
      // The parser puts accents behind their letters; fonts are made for the letters that have theirs.
      last: (name ?? (prefix ? `${prefix} ${lastName}` : lastName)).normalize('NFC'),
    })),
    year: fields.year ?? '',
    title: plainText(fields.title ?? ''),
    venue: venue(fields),
    links: links(fields),
  };
  const missing = (['authors', 'year', 'title'] as const).filter((field) => reference[field].length === 0);
  if (missing.length) throw new Error(`${FILE}: ${key} has no ${missing.join(', ')}`);
  return reference;
}

const bibliography = reader(readBibliography);

/** The work with this key; one that is not in the file fails the build. */
export const reference = (key: string): Reference => entryOf(bibliography(FILE), key, FILE);

/** The parser marks protected capitals; this site changes no capitals. */
const plainText = (text: string): string => text.replaceAll(/<\/?[^>]+>/g, '').normalize('NFC');

function venue(fields: Entry['fields']): Reference['venue'] {
  const { journal, booktitle, volume, number, pages, publisher, institution, edition, note } = fields;
  const issue = volume ? `${volume}${number ? `(${number})` : ''}` : '';
  const name = journal ?? booktitle ?? publisher?.join(', ') ?? institution?.join(', ') ?? '';
  const place = [edition && `${edition} edition`, issue || number, pages, note];
  return {
    name: plainText(name),
    isTitle: Boolean(journal ?? booktitle),
    place: place.filter(Boolean).join(', '),
  };
}

function links({ doi, eprint, url }: Entry['fields']): Reference['links'] {
  return [
    ...(doi ? [{ label: `doi:${doi}`, href: `https://doi.org/${doi}` }] : []),
    ...(eprint ? [{ label: `arXiv:${eprint}`, href: `https://arxiv.org/abs/${eprint}` }] : []),
    ...(url ? [{ label: url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''), href: url }] : []),
  ];
}

/** `Elman`, `Hochreiter and Schmidhuber`, `Cho et al.` */
export function shortAuthors({ authors }: Reference): string {
  const names = authors.map(({ last }) => last);
  if (names.length > 2) return `${names[0]} ${strings.others}`;
  return names.join(` ${strings.and} `);
}

/** `Elman (1990)`, or `Elman, 1990` as it stands in parentheses, with the place in the work behind it. */
export function shortCitation(reference: Reference, { paren = false, at = '' } = {}): string {
  const authors = shortAuthors(reference);
  const year = at ? `${reference.year}, ${at}` : reference.year;
  return paren ? `${authors}, ${year}` : `${authors} (${year})`;
}

/** `Elman, J. L.`, `Hinton, G. E., and Williams, R. J.` */
export function fullNames(authors: readonly Author[]): string {
  const names = authors.map(({ first, last }) => (first ? `${last}, ${initials(first)}` : last));
  const end = names.pop() ?? '';
  return names.length ? `${names.join(', ')}, ${strings.and} ${end}` : end;
}

const initials = (first: string): string =>
  first
    .split(/\s+/)
    .map((name) =>
      name
        .split('-')
        .map((part) => `${[...part][0]}.`)
        .join('-'),
    )
    .join(' ');

/** `Finding structure in time. *Cognitive Science* 14(2), 179–211.`, as HTML. */
export function titleAndVenue({ title, venue: { name, isTitle, place } }: Reference): string {
  if (isTitle) {
    const gap = /^\d/.test(place) ? ' ' : ', ';
    return `${escapeHtml(title)}. <cite>${escapeHtml(name)}</cite>${place && gap + escapeHtml(place)}.`;
  }
  const rest = [name, place].filter(Boolean).join(', ');
  return `<cite>${escapeHtml(title)}</cite>.${rest && ` ${escapeHtml(rest)}.`}`;
}

/** The order of a list of references: by author, then by year. */
export const byAuthor = (a: Reference, b: Reference): number =>
  fullNames(a.authors).localeCompare(fullNames(b.authors), 'en') || a.year.localeCompare(b.year);
