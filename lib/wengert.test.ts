import { expect, it } from 'vitest';
import { backward, exp, mul, print, run, trace, wengertList } from './index.ts';

const scalar = { shape: [], kind: 'parameter' } as const;
const program = trace({ x: scalar, y: scalar }, ({ x, y }) => {
  const a = mul(x!, y!);
  return { h: exp(a), L: mul(mul(a, a), exp(a)) };
});

it('names every value in order; what has a name keeps it', () => {
  expect(print(wengertList(program)).split('\n').slice(2)).toEqual([
    'v_1 = x ⊙ y',
    'h = exp(v_1)',
    'v_2 = v_1 ⊙ v_1',
    'v_3 = exp(v_1)',
    'L = v_2 ⊙ v_3',
  ]);
});

it('changes no number, forward or backward', () => {
  const given = { x: 0.3, y: -1.7 };
  const [before, after] = [backward(program), backward(wengertList(program))].map((each) => run(each, given));
  for (const name of ['L', 'h', 'dL/dx', 'dL/dy']) expect(after!.get(name)).toEqual(before!.get(name));
});
