/** Files of the repository, read while a page is built. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The build, the tests and the development server all run from the root of the repository. */
export const ROOT = process.cwd();

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A reader of one kind of file that parses a file again only when it has changed. */
export function reader<T>(parse: (text: string) => T): (path: string) => T {
  const known = new Map<string, { mtime: number; value: T }>();
  return (path) => {
    const mtime = statSync(join(ROOT, path)).mtimeMs;
    const before = known.get(path);
    if (before?.mtime === mtime) return before.value;
    const value = parse(readText(path));
    known.set(path, { mtime, value });
    return value;
  };
}

/** An entry that must be there: a misspelt key fails the build, with the keys that look like it. */
export function entryOf<T>(entries: ReadonlyMap<string, T>, key: string, where: string): T {
  const entry = entries.get(key);
  if (entry !== undefined) return entry;
  const alike = [...entries.keys()].filter((other) => other.slice(0, 3) === key.slice(0, 3));
  throw new Error(`No "${key}" in ${where}${alike.length ? `; there is ${alike.join(', ')}` : ''}`);
}
