/**
 * What a file's place in `content/` says about its page: address, order, and entry in the sidebar.
 * The path on disk is the only list of chapters; nothing else names them.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ORDER = /^\d+-/;

/** `06-rnn/02-by-hand.mdx` → `rnn/by-hand`; `06-rnn/index.mdx` → `rnn`; the home page is `index`. */
export function pageId(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .replace(/\.mdx?$/, '')
    .split('/')
    .map((part) => part.replace(ORDER, ''));
  if (parts.length > 1 && parts.at(-1) === 'index') parts.pop();
  return parts.join('/');
}

/** Pages whose path opens with an order number are chapters; the rest is reference. */
export const isChapter = (path: string): boolean => ORDER.test(path);

/** `content/06-rnn.mdx` and `06-rnn/index.mdx` are chapter 6; pages below a chapter and reference pages have no number. */
export function chapterNumber(path = ''): number | undefined {
  const match = /^(?:.*\bcontent\/)?(\d+)-[^/]*(?:\/index)?\.mdx?$/.exec(path);
  return match ? Number(match[1]) : undefined;
}

/** Numbers compare as numbers (`9-` before `10-`), and a folder's index stands before its other pages. */
const byPath = (a: string, b: string): number =>
  sortKey(a).localeCompare(sortKey(b), 'en', { numeric: true, sensitivity: 'base' });
const sortKey = (path: string): string => path.replace(/(\/index)?\.mdx?$/, '').replaceAll('/', '\u0001');

interface SidebarItem {
  slug: string;
  attrs: Record<string, number>;
}

interface SidebarGroup {
  label: string;
  items: SidebarItem[];
}

/** The sidebar of the pages given as path → frontmatter. The gallery and the home page are reached by links only. */
export function sidebarOf(pages: Map<string, Frontmatter>): SidebarGroup[] {
  const listed = [...pages]
    .filter(([path, data]) => !isUnlisted(pageId(path)) && !data.sidebar?.hidden && !data.draft)
    .map(([path]) => path)
    .sort(byPath);
  const group = (label: string, paths: string[]) => ({ label, items: paths.map(item) });
  return [
    group('Chapters', listed.filter(isChapter)),
    group(
      'Reference',
      listed.filter((path) => !isChapter(path)),
    ),
  ].filter(({ items }) => items.length > 0);
}

function item(path: string): SidebarItem {
  const number = chapterNumber(path);
  return { slug: pageId(path), attrs: number === undefined ? {} : { 'data-chapter': number } };
}

const isUnlisted = (id: string): boolean => ['index', '404', 'gallery'].includes(id) || id.startsWith('gallery/');

interface Frontmatter {
  draft?: boolean;
  sidebar?: { hidden?: boolean };
}

/** Reads every page's frontmatter below `root`. */
export function readPages(root: string): Map<string, Frontmatter> {
  const files = globSync('**/*.{md,mdx}', { cwd: root }).filter((file) => !/(^|[\\/])_/.test(file));
  return new Map(
    files.map((file) => [file.replaceAll('\\', '/'), frontmatter(readFileSync(join(root, file), 'utf8'))]),
  );
}

function frontmatter(source: string): Frontmatter {
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1];
  return (block && parse(block)) || {};
}
