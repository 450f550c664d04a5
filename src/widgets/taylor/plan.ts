/** The measures of the picture, in its own units. */
export const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 380, 46, 14, 34, 44] as const;
export const GROUND = HEIGHT - BOTTOM;

/** From a number to its place along an axis. */
export type Place = (value: number) => number;
