// Reads a built site from disk: its pages, as address and document.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { builtBase } from './serve.mjs';

/** `dist` → [{ file, url, html, document }], with the addresses that the pages have under the site's base path. */
export function readSite(folder) {
  const base = builtBase(folder);
  const pages = globSync('**/*.html', { cwd: folder })
    .sort()
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return { file, url: base + address(file), html, document: parseHTML(html).document };
    });
  return { base, pages };
}

const address = (file) => file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
