/** Numbers and shapes between readers and programs: what a typed answer may mean, and how a number is printed. */

/**
 * Every number that a typed text may mean, empty when it means none. `1,234` is one thousand and more to some readers
 * and one and a bit to others: both readings are given. `unit` may stand behind the number.
 */
export function readNumber(text: string, unit = ''): number[] {
  const plain = normal(text);
  const bare = unit && plain.endsWith(normal(unit)) ? plain.slice(0, -normal(unit).length) : plain;
  const [, value = '', percent] = /^(.*?)(%?)$/.exec(bare)!;
  const readings = readFraction(value) ?? readDecimal(value);
  return readings.map((number) => (percent ? number / 100 : number)).filter(Number.isFinite);
}

const normal = (text: string): string =>
  text
    .replaceAll(/[\s\u00a0\u2009\u202f_']/g, '')
    .replaceAll(/[−–—]/g, '-')
    .replace(/^\+/, '')
    .replace(
      /[×x·*]10(?:\^|\*\*)?([-+]?\d+|\([-+]?\d+\))$/i,
      (_, power: string) => `e${power.replaceAll(/[()]/g, '')}`,
    );

function readFraction(text: string): number[] | undefined {
  const [above = '', below = '', more] = text.split(/[/÷]/);
  if (!below || more !== undefined) return;
  return readDecimal(above).flatMap((a) => readDecimal(below).map((b) => a / b));
}

/** One pattern for each convention: point or comma before the decimals, the other one between thousands. */
const CONVENTIONS = [
  { group: ',', pattern: /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d*)?(?:e[-+]?\d+)?$/i },
  { group: '.', pattern: /^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)?(?:,\d*)?(?:e[-+]?\d+)?$/i },
];

function readDecimal(text: string): number[] {
  const readings = CONVENTIONS.filter(({ pattern }) => /^-?[.,]?\d/.test(text) && pattern.test(text)).map(({ group }) =>
    Number(text.replaceAll(group, '').replace(',', '.')),
  );
  return [...new Set(readings)];
}

/** `3×5`, `3x5`, `(3, 5)`, `[3,5]`, `3 by 5` → [3, 5]; a single number is the shape of a vector. */
export function readShape(text: string): number[] | undefined {
  const inner = text.trim().replace(/^[([](.*?),?\s*[)\]]$/, '$1');
  return SHAPE.test(inner) ? inner.match(/\d+/g)!.map(Number) : undefined;
}

const SHAPE = /^\d+(?:(?:\s*[×x*,;]\s*|\s*by\s*|\s+)\d+)*$/i;

export const showShape = (shape: readonly number[]): string => shape.join('×');

/** Three significant digits, whole numbers whole, a true minus sign, and powers of ten outside of 0.001 … 999 999. */
export function showNumber(x: number): string {
  return spell(x).replaceAll('-', '−');
}

function spell(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e6) return String(x);
  if (Math.abs(x) >= 1e-3 && Math.abs(x) < 1e6) return Math.abs(x) >= 100 ? String(Math.round(x)) : x.toPrecision(3);
  const [digits, power] = x.toExponential(2).split('e');
  return `${digits} × 10${[...power!.replace('+', '')].map((c) => SUPERSCRIPT[c]).join('')}`;
}

const SUPERSCRIPT: Readonly<Record<string, string>> = Object.fromEntries(
  [...'-0123456789'].map((c, i) => [c, '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'[i]!]),
);
