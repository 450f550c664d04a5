// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subset from 'subset-font';

/** What the site writes beyond its formulas, which bring their own faces. Anything else falls to the reader's system. */
const LETTERS =
  Array.from({ length: 0x17f - 0x20 }, (_, k) => String.fromCodePoint(0x20 + k))
    .filter((c) => c <= 'ÿ' || 'ĀāČčĞğĪīŁłŌōŘřŞşŠšŽž'.includes(c))
    .join('') +
  '‐–—‘’“”„†•…′″ℓ←↑→↓∂∇∏∑−∓∞≈≠≤≥' +
  'ΓΔΘΛΞΠΣΦΨΩαβγδεζηθικλμνξοπρστυφχψω';

const TEXT = 'source-serif-4';
const UI = 'source-sans-3';
const upright = { wght: { min: 400, max: 700 } };

/** Each face in the parts its package has, with the weights that the styles use. @type {[string, string, object][]} */
const FACES = ['latin', 'latin-ext', 'greek'].flatMap((part) => [
  [TEXT, `${part}-wght-normal`, upright],
  [TEXT, `${part}-wght-italic`, { wght: 400 }],
  [UI, `${part}-wght-normal`, upright],
]);

/**
 * Cuts the faces down to the letters and weights in use, before anything is built: 310 KB become 130 for a reader.
 * They wait in `.astro/fonts/`, where `fonts.css` finds them.
 * @returns {import('astro').AstroIntegration}
 */
export const subsetFonts = () => ({
  name: 'subset-fonts',
  hooks: {
    'astro:config:setup': async ({ config }) => {
      const { resolve } = createRequire(import.meta.url);
      const folder = new URL('.astro/fonts/', config.root);
      mkdirSync(folder, { recursive: true });
      await Promise.all(
        FACES.map(async ([family, style, variationAxes]) => {
          const name = `${family}-${style}.woff2`;
          const whole = readFileSync(resolve(`@fontsource-variable/${family}/files/${name}`));
          writeFileSync(new URL(name, folder), await subset(whole, LETTERS, { targetFormat: 'woff2', variationAxes }));
        }),
      );
    },
  },
});
