/** Docstrings → HTML: paragraphs, lists, code, and links from the name of an export to its entry. */
import { escapeHtml } from '../authoring/inline.ts';

export type Block =
  | { readonly kind: 'text'; readonly html: string }
  | { readonly kind: 'code'; readonly lang: string; readonly code: string };

/** The address of an export by its name, if there is one. */
export type Linker = (name: string) => string | undefined;

const FENCE = /^[ \t]*```(\w*)[^\n]*\n([\s\S]*?)\n[ \t]*```[ \t]*$/gm;

/** A docstring's blocks in order; code in fences is left for the highlighter. */
export function blocksOf(doc: string, link: Linker): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const text = (until: number): void => {
    const html = prose(doc.slice(at, until), link);
    if (html) blocks.push({ kind: 'text', html });
  };
  for (const fence of doc.matchAll(FENCE)) {
    text(fence.index);
    blocks.push({ kind: 'code', lang: fence[1] || 'txt', code: fence[2]! });
    at = fence.index + fence[0].length;
  }
  text(doc.length);
  return blocks;
}

/** Paragraphs and lists, separated by empty lines; a list may also follow a line of text. */
function prose(text: string, link: Linker): string {
  return text
    .split(/\n[ \t]*\n|\n(?=[ \t]*- )/)
    .map((part) => part.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('- ') ? `<li>${inlineDoc(part.slice(2), link)}</li>` : `<p>${inlineDoc(part, link)}</p>`,
    )
    .join('\n')
    .replaceAll(/(?:<li>.*<\/li>\n?)+/g, (items) => `<ul>\n${items.trim()}\n</ul>\n`);
}

/** One line of a docstring: `` `code` `` and `{@link name}`. */
export function inlineDoc(text: string, link: Linker): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(/`([^`]+)`|\{@link\s+([^}\s]+)[^}]*\}/g)) {
    const name = match[1] ?? match[2]!;
    const address = link(name);
    const code = `<code>${escapeHtml(name)}</code>`;
    html += escapeHtml(text.slice(at, match.index)) + (address ? `<a href="${escapeHtml(address)}">${code}</a>` : code);
    at = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(at));
}
