import { expect, it } from 'vitest';
import { exprText } from './index.ts';
import type { Expr } from './op.ts';

const apply = (op: string, ...args: Expr[]): Expr => ({ op, args });

it.each<[string, Expr]>([
  ['1 − (2 + 3)', apply('sub', 1, apply('add', 2, 3))],
  ['1 − (2 − 3)', apply('sub', 1, apply('sub', 2, 3))],
  ['1 − 2 + 3', apply('add', apply('sub', 1, 2), 3)],
  ['1/(2·3)', apply('div', 1, apply('mul', 2, 3))],
  ['1·2/3', apply('div', apply('mul', 1, 2), 3)],
  ['(1 + 2)·(3 + 4)', apply('mul', apply('add', 1, 2), apply('add', 3, 4))],
  ['1·2 + 3·4', apply('add', apply('mul', 1, 2), apply('mul', 3, 4))],
  ['1 + (−2)', apply('add', 1, -2)],
  ['(1 + 2)²', apply('square', apply('add', 1, 2))],
])('%s has the parentheses that it needs', (text, expr) => {
  expect(exprText(expr)).toBe(text);
});
