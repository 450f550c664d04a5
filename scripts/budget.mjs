// What script a page loads before its reader does anything, compressed: everything its HTML names (scripts, preloads,
// islands) with all static imports, and its inline scripts. Dynamic imports are what a page loads later.
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { readSite } from './site.mjs';

export const BUDGET_KB = 80;

/** Sizes in kilobytes of 1000 bytes, one entry a page. */
export function pageSizes(folder) {
  const { base, pages } = readSite(folder);
  const load = memo((path) => {
    const code = readFileSync(join(folder, path.slice(base.length)), 'utf8');
    return { size: gzipSync(code).length, imports: staticImports(code).map((name) => posix.join(dirname(path), name)) };
  });
  return pages.map(({ url, document }) => {
    const files = closure(namedScripts(document, url), (path) => load(path).imports);
    const inline = [...document.querySelectorAll('script:not([src])')].map((script) => script.textContent);
    const bytes = [...files].reduce((sum, path) => sum + load(path).size, gzipSync(inline.join('\n')).length);
    return { url, kb: bytes / 1000, files: files.size };
  });
}

const SOURCES = {
  'script[src]': ['src'],
  'link[rel=modulepreload]': ['href'],
  'astro-island': ['component-url', 'renderer-url', 'before-hydration-url'],
};

function namedScripts(document, url) {
  const names = Object.entries(SOURCES).flatMap(([selector, attributes]) =>
    [...document.querySelectorAll(selector)].flatMap((element) => attributes.map((name) => element.getAttribute(name))),
  );
  return names.filter(Boolean).map((name) => new URL(name, `http://site.invalid${url}`).pathname);
}

/** `import … from`, `export … from` — not `import(…)`. */
export const staticImports = (code) =>
  parseAst(code).body.flatMap((node) => (node.source?.value?.startsWith('.') ? [node.source.value] : []));

function closure(roots, next) {
  const seen = new Set();
  const queue = [...roots];
  for (let path = queue.pop(); path; path = queue.pop())
    if (!seen.has(path)) {
      seen.add(path);
      queue.push(...next(path));
    }
  return seen;
}

function memo(compute) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key);
  };
}
