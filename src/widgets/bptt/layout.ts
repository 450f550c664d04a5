/** Where things stand in the picture: the chain on top, and under it, column by column, the table of terms. */

export interface Layout {
  /** Width of a column and height of a row. */
  readonly column: number;
  readonly row: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Middle of column k; of the sums with k = T + 1, of what is carried forward with T + 2. */
  readonly x: (k: number) => number;
  /** Heights in the chain. */
  readonly chain: { readonly loss: number; readonly h: number; readonly input: number };
  /** Middle of the row of the loss of step t, of the heads, and of the sums. */
  readonly y: (t: number) => number;
  readonly head: number;
  readonly foot: number;
}

export const COLUMN = { least: 46, usual: 58, most: 72 } as const;

export function layout(losses: readonly number[], T: number, column: number, hasForward: boolean): Layout {
  const [left, row, gap] = [44, 34, 8];
  const chain = { loss: 18, h: 72, input: 124 };
  const head = chain.input + 50;
  const top = head + 16;
  const place = new Map(losses.map((t, k) => [t, top + (k + 0.5) * row]));
  const foot = top + losses.length * row + row / 2 + 6;
  const after = left + T * column + gap;
  return {
    ...{ column, row, left, chain, head, foot },
    width: after + column * (hasForward ? 2 : 1) + 2,
    height: foot + row / 2 + 4,
    x: (k) => (k <= T ? left + (k - 0.5) * column : after + (k - T - 0.5) * column),
    y: (t) => place.get(t) ?? top,
  };
}

/** The widest column with which the picture fits; the least when none does. */
export function columnFor(width: number, T: number, hasForward: boolean): number {
  const fits = Math.floor((width - 56) / (T + (hasForward ? 2 : 1)));
  return Math.min(COLUMN.most, Math.max(COLUMN.least, fits));
}
