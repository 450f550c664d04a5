// @ts-check
// Sets of characters as CSS writes them in `unicode-range`.

const LAST = 0x10ffff;
const hex = (/** @type {number} */ point) => point.toString(16).toUpperCase();
const write = (/** @type {number} */ from, /** @type {number} */ to) =>
  from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`;

/** The characters of a text, each once, in order. @param {string} text */
export const codePoints = (text) =>
  [...new Set(Array.from(text, (character) => /** @type {number} */ (character.codePointAt(0))))].sort((a, b) => a - b);

/** Code points in order, as a range. @param {readonly number[]} points */
export const unicodeRange = (points) =>
  runs(points)
    .map(([from, to]) => write(from, to))
    .join(',');

/** All other code points, as a range. @param {readonly number[]} points in order */
export function complement(points) {
  let from = 0;
  const gaps = runs(points).flatMap(([start, end]) => {
    const gap = from < start ? [write(from, start - 1)] : [];
    from = end + 1;
    return gap;
  });
  return (from > LAST ? gaps : [...gaps, write(from, LAST)]).join(',');
}

/** Whether a code point is in a range. @param {number} point @param {string} range */
export const isIn = (point, range) =>
  range.split(',').some((part) => {
    const [from = 0, to = from] = part
      .trim()
      .slice(2)
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return from <= point && point <= to;
  });

/** Runs of neighbours. @param {readonly number[]} points @returns {[number, number][]} */
function runs(points) {
  /** @type {[number, number][]} */
  const found = [];
  for (const point of points) {
    const last = found.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else found.push([point, point]);
  }
  return found;
}
