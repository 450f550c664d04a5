import { expect, it } from 'vitest';
import { CELL, layout } from './layout.ts';
import { checkOf } from './model.ts';
import { START } from './state.ts';

it.each([
  { H: 1, T: 1, layers: 1 },
  { H: 2, T: 3, layers: 1 },
  { H: 3, T: 5, layers: 2 },
])('no two numbers of %o lie on one another, and all fit a phone', (setting) => {
  const plan = layout(checkOf('none', { ...START, ...setting }).blocks);
  const cells = plan.placed.flatMap(({ block, x, y }) =>
    block.numbers.map((_, at) => ({
      x: x + (at % block.columns) * CELL.width,
      y: y + Math.floor(at / block.columns) * CELL.height,
    })),
  );
  const apart = (a: (typeof cells)[0], b: (typeof cells)[0]) =>
    Math.abs(a.x - b.x) >= CELL.width || Math.abs(a.y - b.y) >= CELL.height;
  expect(cells.every((a, i) => cells.slice(i + 1).every((b) => apart(a, b)))).toBe(true);
  expect(cells.every(({ x, y }) => x + CELL.width <= plan.width && y + CELL.height <= plan.height)).toBe(true);
  expect(plan.width).toBeLessThanOrEqual(328);
});
