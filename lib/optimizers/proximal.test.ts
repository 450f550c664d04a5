import { expect, it } from 'vitest';
import { proximal, sgd, type TensorLike, tensor } from '../index.ts';
import { walk } from './testing.ts';

it('the proximal step reaches exact zeros where a gradient step on |w| does not', () => {
  const a = tensor([3, 1, 0.2, -0.1]).data;
  const pull = (w: TensorLike, lambda: number) =>
    Array.from(tensor(w).data, (x, k) => x - a[k]! + lambda * Math.sign(x));
  const near = walk(
    proximal,
    [1, 1, 1, 1],
    (w) => pull(w, 0),
    500,
    () => ({ η: 0.1, λ: 0.3 }),
  ).at(-1)!;
  const trembling = walk(
    sgd,
    [1, 1, 1, 1],
    (w) => pull(w, 0.3),
    500,
    () => ({ η: 0.1 }),
  ).at(-1)!;
  expect(near.map((w) => w === 0)).toEqual([false, false, true, true]);
  expect(near[0]).toBeCloseTo(2.7, 12);
  expect(trembling.some((w) => w === 0)).toBe(false);
});
