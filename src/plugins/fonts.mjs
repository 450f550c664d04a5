// @ts-check
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subset from 'subset-font';
import { codePoints, complement, isIn, unicodeRange } from './unicode-range.mjs';

const ASCII = String.fromCodePoint(...Array.from({ length: 95 }, (_, k) => 0x20 + k));

/** What is on nearly every page: a file of its own, which is loaded first and is often the only one. */
const COMMON = `${ASCII}\u00a0\u200b×·±²½§áäçéíñóöüß–—‘’“”…′−←↑→↓∂`;
/** What the site writes beyond its formulas. Anything else falls to the reader's system. */
const LETTERS =
  String.fromCodePoint(...Array.from({ length: 0x60 }, (_, k) => 0xa0 + k)) +
  'ĀāČčĞğĪīŁłŌōŘřŞşŠšŽž‐„†•″ℓ←↑↓∂∇∏∑∓∞≈≠≤≥' +
  'ΓΔΘΛΞΠΣΦΨΩαβγδεζηθικλμνξοπρστυφχψω';
/** What most formulas are written with. */
const FORMULAS = `${ASCII}\u00a0\u200b“”−⋅×·≤≥≠≈→∂∑∏∞∈⊙…′φσαβγδεηθκλμνπρτωℓΔΣΠ⟨⟩√∣∥∗`;

/** A face as the styles use it: a family of the packages and one of its styles, with weights. */
const FACES = [
  { family: 'Source Serif 4', style: 'normal', weight: { min: 400, max: 700 } },
  { family: 'Source Serif 4', style: 'italic', weight: 400 },
  { family: 'Source Sans 3', style: 'normal', weight: { min: 400, max: 700 } },
];
/** The parts that a face has in its package. */
const PARTS = ['greek', 'latin-ext', 'latin'];
/** The faces of formulas that a chapter cannot do without. */
const FORMULA_FACES = ['Main-Regular', 'Main-Bold', 'Math-Italic', 'Size1-Regular', 'Size2-Regular'];

const { resolve } = createRequire(import.meta.url);

/**
 * Cuts the faces into what most pages need and what some do, before anything is built: of 350 KB of faces a chapter
 * loads 110. They and their rules (`fonts.css`, `katex.css`) are written to `.astro/fonts/`.
 * @returns {import('astro').AstroIntegration}
 */
export const subsetFonts = () => ({
  name: 'subset-fonts',
  hooks: {
    'astro:config:setup': async ({ config }) => {
      const folder = new URL('.astro/fonts/', config.root);
      mkdirSync(folder, { recursive: true });
      await Promise.all([textFaces(folder), formulaFaces(folder)]);
    },
  },
});

/** @param {URL} folder */
async function textFaces(folder) {
  const rules = FACES.flatMap(({ family, style, weight }) => {
    const id = family.toLowerCase().replaceAll(' ', '-');
    const of = (/** @type {string} */ path) => readFileSync(resolve(`@fontsource-variable/${id}/${path}`));
    const ranges = JSON.parse(of('unicode.json').toString());
    const rest = PARTS.map((part) => ({ part, name: part, letters: LETTERS }));
    return [...rest, { part: 'latin', name: 'common', letters: COMMON }].map(async ({ part, name, letters }) => {
      const wanted = codePoints(letters).filter((point) => isIn(point, ranges[part]));
      const file = `${id}-${name}-${style}.woff2`;
      await cut(of(`files/${id}-${part}-wght-${style}.woff2`), wanted, new URL(file, folder), { wght: weight });
      return `@font-face {
  font-family: "${family} Variable";
  font-style: ${style};
  /* A face that is not there in time is used from the next page on, so that text never moves. */
  font-display: optional;
  font-weight: ${typeof weight === 'number' ? weight : `${weight.min} ${weight.max}`};
  src: url("./${file}") format("woff2");
  unicode-range: ${unicodeRange(wanted)};
}
`;
    });
  });
  writeFileSync(new URL('fonts.css', folder), (await Promise.all(rules)).join(''));
}

/** KaTeX's style sheet with its faces in one format, the most used ones in two files each. @param {URL} folder */
async function formulaFaces(folder) {
  const source = new URL('.', `file://${resolve('katex/dist/katex.min.css')}`);
  cpSync(new URL('fonts', source), new URL('katex', folder), {
    recursive: true,
    filter: (path) => !/\.(woff|ttf)$/.test(path),
  });
  const common = codePoints(FORMULAS);
  await Promise.all(
    FORMULA_FACES.map((face) =>
      cut(
        readFileSync(new URL(`fonts/KaTeX_${face}.woff2`, source)),
        common,
        new URL(`katex/${face}-common.woff2`, folder),
      ),
    ),
  );
  const css = readFileSync(new URL('katex.min.css', source), 'utf8');
  const rules = css.replaceAll(/@font-face\{(.*?)src:url\(fonts\/KaTeX_([\w-]+)\.woff2\)[^}]*\}/g, (_, head, face) => {
    const rule = (/** @type {string} */ file, range = '') =>
      `@font-face{${head}src:url(./katex/${file}.woff2) format("woff2")${range && `;unicode-range:${range}`}}`;
    return FORMULA_FACES.includes(face)
      ? rule(`KaTeX_${face}`, complement(common)) + rule(`${face}-common`, unicodeRange(common))
      : rule(`KaTeX_${face}`);
  });
  writeFileSync(new URL('katex.css', folder), rules);
}

/**
 * @param {Buffer} face
 * @param {readonly number[]} points
 * @param {URL} file
 * @param {Record<string, number | { min: number, max: number }>} [variationAxes]
 */
async function cut(face, points, file, variationAxes = {}) {
  const letters = String.fromCodePoint(...points);
  writeFileSync(file, await subset(face, letters, { targetFormat: 'woff2', variationAxes }));
}
