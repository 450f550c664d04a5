/**
 * TeX → HTML, with one set of options and macros for formulas in prose and formulas that the engine prints.
 * Runs at build. In a page only where a reader types a formula: KaTeX's code is loaded with the first change of it.
 */
import katex, { type KatexOptions } from 'katex';

/** `\sym{f_3}{f_t}` sets `f_t` and marks it as the symbol `f_3`, which every view of that symbol lights up with. */
const macros = { '\\sym': '\\htmlData{sym=#1}{#2}' };

const ALLOWED = new Set(['\\htmlClass', '\\htmlData', '\\htmlId']);

const options: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true, // a broken formula must break the build
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }: { command: string }) => {
    if (ALLOWED.has(command)) return true;
    throw new Error(`${command} is not allowed in a formula`); // KaTeX itself would only print it in red
  },
  macros,
};

const SCRIPT = '<span class="msupsub">';
const FIRST_ROW =
  /^<span class="msupsub"><span class="vlist-t(?: vlist-t2)?"><span class="vlist-r"><span class="vlist" style="[^"]*">(?=<span style="top:(-[\d.]+)em;([^"]*)"><span class="pstrut" style="height:([\d.]+)em;"><\/span>)/;

/** Where the span that opens at `start` ends. */
function endOfSpan(html: string, start: number): number {
  const tags = /<(\/?)span\b[^>]*>/g;
  tags.lastIndex = start;
  for (let depth = 0; ; ) {
    depth += tags.exec(html)![1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
}

/**
 * The formula with each lone subscript or superscript as one shifted element. KaTeX sets it as an inline table of 7 or
 * 12 elements, whose one row lies (top + pstrut) lower than the line; a chapter has hundreds, and tables are slow to
 * lay out. Every glyph stays where it was.
 */
function flattenScripts(html: string): string {
  for (let start = html.lastIndexOf(SCRIPT); start >= 0; start = html.lastIndexOf(SCRIPT, start - 1)) {
    const script = html.slice(start, endOfSpan(html, start));
    const match = FIRST_ROW.exec(script);
    if (!match) continue;
    const [opening, top, margins, pstrut] = match as unknown as [string, string, string, string];
    const end = endOfSpan(script, opening.length);
    if (!script.startsWith('</span>', end)) continue; // a subscript and a superscript
    const inner = script.slice(script.indexOf('</span>', opening.length) + '</span>'.length, end - '</span>'.length);
    const style = `top:${Number((Number(top) + Number(pstrut)).toFixed(4))}em;${margins}`;
    html = `${html.slice(0, start)}<span class="katex-script" style="${style}">${inner}</span>${html.slice(start + script.length)}`;
    if (start === 0) break;
  }
  return html;
}

export function renderTex(tex: string, { display = false } = {}): string {
  return flattenScripts(
    katex
      .renderToString(tex, { ...options, macros: { ...macros }, displayMode: display })
      // HTML knows MathML and SVG by name; in JSX the attribute would only be noise.
      .replaceAll(/ xmlns="[^"]*"/g, '')
      // The reading copy repeats the formula with its TeX source; search excerpts need it once.
      .replaceAll('class="katex-mathml"', 'class="katex-mathml" data-pagefind-ignore=""'),
  );
}
