/** A number as people write it: a decimal point or comma, a real minus sign, an exponent. `undefined` for anything else. */
export function parseNumber(text: string): number | undefined {
  const clean = text
    .trim()
    .replace('−', '-')
    .replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(clean) ? Number(clean) : undefined;
}
