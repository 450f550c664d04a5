/**
 * The little markup that texts given as props may carry, at build: `$x_t$`, `` `code` ``, `**strong**`, `*emphasis*`.
 * Longer text belongs into a slot, where it is MDX.
 */
import { renderTex } from '../tex.ts';

const MARKUP = /\$([^$]+)\$|`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*/g;

export function inline(text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(MARKUP)) {
    const [whole, tex, code, strong, emphasis] = match;
    html += escapeHtml(text.slice(at, match.index));
    if (tex !== undefined) html += renderTex(tex);
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (strong !== undefined) html += `<strong>${escapeHtml(strong)}</strong>`;
    else html += `<em>${escapeHtml(emphasis!)}</em>`;
    at = match.index + whole.length;
  }
  return html + escapeHtml(text.slice(at));
}

/** The text with a full stop, if it ends without one. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text.trimEnd()) ? text : `${text.trimEnd()}.`);

/** The same text where no markup can be: in names that are read aloud. */
export const plain = (text: string): string =>
  text.replaceAll(MARKUP, (_, ...groups: (string | undefined)[]) => {
    const [tex, ...others] = groups.slice(0, 4);
    return tex === undefined ? (others.find((part) => part !== undefined) ?? '') : plainTex(tex);
  });

const plainTex = (tex: string): string =>
  tex
    .replaceAll(/\\(?:sym|htmlData)\{[^}]*\}/g, '')
    .replaceAll(/\\(?:times|cdot)\b\s*/g, '×')
    .replaceAll(/\\[,;!]|[\\{}]/g, '');

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
