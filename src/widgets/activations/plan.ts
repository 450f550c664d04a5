/** The measures of the picture, in its own units: values above, derivatives below, one axis for both. */
import type { Box } from '../_shared/Grid.tsx';

export const [WIDTH, HEIGHT] = [560, 446] as const;
const [left, right] = [50, WIDTH - 40];
export const UPPER: Box = { left, right, top: 34, bottom: 214 };
export const LOWER: Box = { left, right, top: 232, bottom: 412 };
/** Where the bars of the ranges stand, of f and of g. */
export const METERS = [WIDTH - 27, WIDTH - 11] as const;
