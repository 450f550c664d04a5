/** The measures of the picture, in its own units. */
import type { Box } from '../_shared/Grid.tsx';

export const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 380, 46, 14, 34, 44] as const;
export const GROUND = HEIGHT - BOTTOM;

/** Where the curves are. */
export const BOX: Box = { left: LEFT, right: WIDTH - RIGHT, top: TOP, bottom: GROUND };
