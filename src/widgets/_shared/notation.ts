/**
 * Names of the engine as people write them: `dL/dh_2←a_3` as ∂L/∂h₂ ← a₃. One notation for diagram, table,
 * narration and tooltips; formulas are TeX and come from the engine itself.
 */
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const subscript = (digits: string): string => Array.from(digits, (digit) => SUBSCRIPTS[Number(digit)]).join('');

/** A piece of a written name: a letter with what stands below it, or anything between. */
export type Piece = { readonly letter: string; readonly below: string } | { readonly text: string };

const LETTERS: Readonly<Record<string, string>> = { l: 'ℓ', target: 'y*' };

/** Replaces the d of a derivative by ∂; the `+` of a running sum by words. */
const partialSigns = (name: string): string =>
  name
    .replace(/(^|[(\s·])d(?=[A-Za-z(][^/]*\/d)/g, '$1∂')
    .replace(/\/d(?=[A-Za-z(])/g, '/∂')
    .replace(/←([^+\s]+)(\+?)/g, (_, from: string, more: string) => ` (via ${from}${more ? ' …' : ''})`)
    .replaceAll('′', '');

/** Splits a name into letters with subscripts and the text between them. */
export function pieces(name: string): readonly Piece[] {
  const parts: Piece[] = [];
  const written = partialSigns(name);
  let from = 0;
  for (const match of written.matchAll(
    /(∂?)(?<![A-Za-z])(target|[A-Za-z])((?:_[A-Za-z]{1,3})?(?:_\d+)?)(?![A-Za-z(])/g,
  )) {
    if (match.index > from) parts.push({ text: written.slice(from, match.index) });
    const [, sign, letter, below] = match;
    if (sign) parts.push({ text: sign });
    parts.push({ letter: LETTERS[letter!] ?? letter!, below: below!.slice(1).replace('_', ',') });
    from = match.index + match[0].length;
  }
  if (from < written.length) parts.push({ text: written.slice(from) });
  return parts;
}

/** One line of plain text, for narration and labels: `W_hh·h₁`. */
export const plain = (name: string): string =>
  pieces(name)
    .map((piece) =>
      'text' in piece
        ? piece.text
        : piece.letter + (/^\d+$/.test(piece.below) ? subscript(piece.below) : piece.below ? `_${piece.below}` : ''),
    )
    .join('');

/** A number for a chip: three significant digits, four where whole thousands need them; 0 is "0"; NaN and ∞ are words. */
export function short(x: number): string {
  if (x === 0) return '0';
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  const size = Math.abs(x);
  const text =
    size >= 1e4 || size < 1e-3
      ? x.toExponential(1).replace('e+', 'e')
      : Number.isInteger(x) || size >= 999.5
        ? x.toFixed(0)
        : x.toPrecision(3);
  return text.replaceAll('-', '−');
}

/**
 * What a name is linked as: all contributions to a gradient are that gradient; a formula's relative time becomes
 * the step that the walk is at.
 */
export const linkId = (name: string, t: number | undefined): string =>
  name
    .replace(/←.*$/, '')
    .replace(/\[t([+-]\d+)?\]/g, (_, offset?: string) => (t === undefined ? '' : `_${t + Number(offset ?? 0)}`))
    .replace(/\[[\d,]+\]$/, '');

/** The symbol without its time: `h` of `h_2`, `W_hh` of itself. */
export const family = (id: string): string => id.replace(/_\d+(?=$|\/)/g, '');
