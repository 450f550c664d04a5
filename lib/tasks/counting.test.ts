import { expect, it } from 'vitest';
import { counting, dyck, examples } from './index.ts';

it('counting makes aⁿbⁿ with each n equally likely', () => {
  const counts = new Array<number>(5).fill(0);
  for (const { text } of examples(counting, 1, 4000, { N: 5 })) {
    const [, a, b] = /^(a+)(b+)\.$/.exec(text!)!;
    expect(a!.length).toBe(b!.length);
    counts[a!.length - 1]! += 1;
  }
  for (const n of counts) expect(Math.abs(n / 4000 - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / 4000));
});

it.each([1, 2, 3, 10, 40])('counting up to %i has the floor ln N/(N + 1)', (N) => {
  expect(counting.bounds({ N }).floor.loss).toBeCloseTo(Math.log(N) / (N + 1), 12);
});

it('counting is a language of brackets of one kind, opened first and closed then', () => {
  const { text } = counting.generate(2);
  const brackets = text!.replaceAll('a', '(').replaceAll('b', ')').replace('.', '');
  expect(brackets).toMatch(/^\(+\)+$/);
  expect(dyck.bounds({ T: 2, kinds: 1 }).floor.loss).toBe(0);
});
