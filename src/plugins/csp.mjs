// @ts-check
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';

/**
 * Content security policy, written into every built page. Astro's own misses Starlight's inline scripts and switches
 * inline styles off, which KaTeX and Plot need; hashing each page's own inline scripts after the build does neither.
 */
export const contentSecurityPolicy = () => ({
  name: 'content-security-policy',
  hooks: {
    /** @param {{ dir: URL, logger: import('astro').AstroIntegrationLogger }} options */
    'astro:build:done': ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const pages = globSync('**/*.html', { cwd: root }).map((page) => join(root, page));
      for (const page of pages) writeFileSync(page, withPolicy(readFileSync(page, 'utf8')));
      logger.info(`${pages.length} pages carry the policy`);
    },
  },
});

const HEAD = /<head>\s*(<meta charset="[^"]*"\s*\/?>)?/i;

/**
 * The policy stands before anything it governs. Only the charset stays ahead of it: browsers look for that in the first
 * kilobyte, which the hashes would fill.
 * @param {string} html
 */
export function withPolicy(html) {
  if (!HEAD.test(html)) throw new Error('A page without <head> cannot carry the content security policy');
  return html.replace(HEAD, (head) => `${head}<meta http-equiv="Content-Security-Policy" content="${policy(html)}">`);
}

/** @param {string} html */
export function policy(html) {
  const hashes = new Set(inlineScripts(html).map((text) => `'sha256-${sha256(text)}'`));
  return [
    "default-src 'self'",
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...hashes].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

const EXECUTABLE = new Set(['', 'module', 'text/javascript']);

/** @param {string} html */
const inlineScripts = (html) =>
  [...parseHTML(html).document.querySelectorAll('script:not([src])')]
    .filter((script) => EXECUTABLE.has(script.getAttribute('type') ?? ''))
    .map((script) => script.textContent ?? '');

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('base64');
