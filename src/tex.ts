/**
 * TeX → HTML, with one set of options and macros for formulas in prose and formulas that the engine prints.
 * Runs at build only: no page ships KaTeX's code.
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

export function renderTex(tex: string, { display = false } = {}): string {
  return (
    katex
      .renderToString(tex, { ...options, macros: { ...macros }, displayMode: display })
      // HTML knows MathML and SVG by name; in JSX the attribute would only be noise.
      .replaceAll(/ xmlns="[^"]*"/g, '')
      // The reading copy repeats the formula with its TeX source; search excerpts need it once.
      .replaceAll('class="katex-mathml"', 'class="katex-mathml" data-pagefind-ignore=""')
  );
}
