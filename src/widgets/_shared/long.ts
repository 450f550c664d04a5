import { short } from './notation.ts';

/** A number where three digits are too few, as in a sum of ever smaller terms; without zeros at its end. */
export function long(x: number, digits = 5): string {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || size >= 1e5 || size < 1e-4) return short(x);
  return String(Number(x.toPrecision(digits))).replace('-', '−');
}
