/**
 * Where things stand in the diagram, in CSS pixels: time from left to right, inputs below, losses above. One place
 * for every measure; no drawing here.
 */
export const COLUMN = 150;
export const LEFT = 54;
export const BOX = 104;
/** Room behind the last box. */
export const RIGHT = 14;
/** Between a cell and its output: the weight on the way, and the bias that comes in beside it. */
export const BIAS = 54;
export const CHIP = { width: 44, height: 24, small: 14 } as const;

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Time steps drawn, first to last. */
  readonly first: number;
  readonly last: number;
  /** Left edge of a step's column. */
  readonly x: (t: number) => number;
  /** Rows, from above. */
  readonly y: {
    readonly L: number;
    readonly l: number;
    readonly out: number;
    readonly box: number;
    readonly boxEnd: number;
    readonly state: number;
    readonly gradient: number;
    readonly x: number;
  };
  readonly stack: (count: number) => number;
}

/** Height of a stack of chips; many are drawn small, without their numbers. */
export const stackHeight = (count: number): number => count * (count <= 4 ? CHIP.height : CHIP.small);

/** How many columns fit, at least one. */
export const fitting = (width: number): number =>
  Math.max(1, Math.floor((width - LEFT - RIGHT + COLUMN - BOX) / COLUMN));

/** The window of `columns` steps around `now` (centred where it can be). */
export function windowAround(now: number, T: number, columns: number): readonly [number, number] {
  const count = Math.min(T, columns);
  const first = Math.min(Math.max(1, now - Math.floor((count - 1) / 2)), T - count + 1);
  return [first, first + count - 1];
}

export function layout(
  options: { H: number; oneHot: boolean; backward: boolean },
  [first, last]: readonly [number, number],
): Layout {
  const { H, oneHot, backward } = options;
  const stack = stackHeight(H);
  const out = 94;
  const box = out + CHIP.height + (backward ? CHIP.height + 4 : 0) + BIAS;
  const state = box + 30;
  const gradient = state + stack + 34;
  const boxEnd = (backward ? gradient : state) + stack + 26;
  const x = boxEnd + 46;
  return {
    width: LEFT + (last - first) * COLUMN + BOX + RIGHT,
    height: x + CHIP.height + (oneHot ? 24 : 8),
    first,
    last,
    x: (t) => LEFT + (t - first) * COLUMN,
    y: { L: 15, l: 52, out, box, boxEnd, state, gradient, x },
    stack: stackHeight,
  };
}
