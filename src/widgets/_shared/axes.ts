/** Numbers along an axis: where they stand, where the marks are, and lines through points. No DOM. */

export type Range = readonly [number, number];

/** From a range of numbers to a range of places. */
export const scale =
  ([low, high]: Range, [from, to]: Range) =>
  (x: number): number =>
    from + ((to - from) * (x - low)) / (high - low);

/** Round numbers inside a range, at most `most` of them. */
export function ticks([low, high]: Range, most = 6): number[] {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough * (1 - 1e-9))!;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

/** Whole powers of ten of a range, at most about `most` of them. */
export function decades([low, high]: Range, most: number): number[] {
  const step = Math.max(1, Math.ceil((high - low) / most));
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, k) => low + k * step);
}

/** A mark as text, with a real minus sign. */
export const tickText = (x: number): string => String(x).replace('-', '−');

/** A range with room around most of the values: the outermost hundredths may lie beyond it. Infinities and NaN do not count. */
export function rangeOf(values: readonly number[], room = 0.12): Range {
  const finite = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (finite.length === 0) return [-1, 1];
  const [low, high] = [0.01, 0.99].map((part) => finite[Math.round(part * (finite.length - 1))]!) as [number, number];
  const more = high - low > 1e-9 * Math.abs(high) ? room * (high - low) : Math.max(1, Math.abs(high));
  return [low - more, high + more];
}

/**
 * A line through points, as the `d` of a path. What is not a number is left out; `isCut` says before which points the
 * pen is lifted. Places beyond `bounds` are drawn at most as far out as the picture is high.
 */
export function line(
  points: readonly (readonly [number, number])[],
  { isCut = () => false, bounds }: { readonly isCut?: (k: number) => boolean; readonly bounds: Range },
): string {
  const [top, bottom] = bounds;
  const reach = bottom - top;
  let isDown = false;
  return points
    .map(([x, y], k) => {
      if (Number.isNaN(y)) {
        isDown = false;
        return '';
      }
      const command = isDown && !isCut(k) ? 'L' : 'M';
      isDown = true;
      return `${command}${x.toFixed(1)} ${Math.min(bottom + reach, Math.max(top - reach, y)).toFixed(1)}`;
    })
    .join('');
}
