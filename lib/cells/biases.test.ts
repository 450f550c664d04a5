import { describe, expect, it } from 'vitest';
import {
  type Cell,
  chronoBias,
  forgetBias,
  gru,
  gruCho,
  gruPytorch,
  jordan,
  lstm,
  lstm1997,
  lstmCoupled,
  math,
  mgu,
  network,
  output,
  random,
  rnn,
  run,
  tensor,
} from '../index.ts';

const sizes = { X: 1, H: 500, Y: 1 };
const positive = [lstm, lstmCoupled, gruCho, gruPytorch];
const negative = [gru, mgu];

describe('forgetBias', () => {
  it.each(positive)('is 1 where 1 keeps: $id', (cell) => {
    expect(Object.values(forgetBias(cell, { X: 1, H: 2, Y: 1 }))).toEqual([tensor([1, 1])]);
  });

  it.each(negative)('is −b where 0 keeps: $id', (cell) => {
    expect(Object.values(forgetBias(cell, { X: 1, H: 2, Y: 1 }, 3))).toEqual([tensor([-3, -3])]);
  });

  it.each([rnn, jordan, lstm1997])('is refused where no gate forgets: $id', (cell) => {
    expect(() => forgetBias(cell, sizes)).toThrow(`${cell.name} has no gate that decides what is kept`);
  });
});

describe('chronoBias', () => {
  const values = (cell: Cell, Tmax: number) => chronoBias(cell, sizes, Tmax, random(1), 'chrono');

  it('is log u with u between 1 and Tmax − 1, spread evenly', () => {
    const u = Array.from(values(lstm, 60).b_f!.data, math.exp);
    expect(Math.min(...u)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...u)).toBeLessThanOrEqual(59);
    // The mean of U(1, 59) is 30, with a standard error of 58/√12/√500 = 0.75.
    expect(u.reduce((sum, x) => sum + x) / u.length).toBeCloseTo(30, -0.7);
    expect(u.filter((x) => x > 30).length).toBeGreaterThan(200);
  });

  it('has the input gate at its opposite, and sets nothing else', () => {
    const { b_f, b_i, ...others } = values(lstm, 60);
    expect(Array.from(b_i!.data)).toEqual(Array.from(b_f!.data, (x) => -x));
    expect(others).toEqual({});
    expect(Object.keys(values(lstmCoupled, 60))).toEqual(['b_f']);
  });

  it('has the sign of what keeps', () => {
    expect(Object.keys(values(gru, 60))).toEqual(['b_z']);
    expect(Math.max(...values(gru, 60).b_z!.data)).toBeLessThanOrEqual(0);
    expect(Math.min(...values(gruPytorch, 60).b_z!.data)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values(mgu, 60).b_f!.data)).toBeLessThanOrEqual(0);
  });

  it('needs a lag to prepare for', () => {
    expect(Array.from(values(lstm, 2).b_f!.data)).toEqual(Array(500).fill(0));
    expect(() => values(lstm, 1)).toThrow('Tmax of at least 2; got 1');
    expect(() => values(lstm, Number.NaN)).toThrow('Tmax');
    expect(() => values(rnn, 60)).toThrow('RNN has no gate');
  });
});

it.each([...positive, ...negative])('a large bias makes a cell keep its state: $id', (cell) => {
  const program = network(cell, { X: 1, H: 2, Y: 1, T: 5, loss: 'mse' });
  const zeros = Object.fromEntries(
    program.inputs.map(({ name, shape }) => [
      name,
      { shape, data: new Float64Array(shape.reduce((a, b) => a * b, 1)) },
    ]),
  );
  const first = tensor([0.5, -0.5]);
  const key = 'c_0' in zeros ? 'c' : 'h';
  const kept = (b: number) => {
    const given = { ...zeros, ...forgetBias(cell, { X: 1, H: 2, Y: 1 }, b), [`${key}_0`]: first };
    return output(program, run(program, given), key).data.at(-2)!;
  };
  expect(kept(30)).toBeCloseTo(0.5, 10);
  expect(kept(0)).toBeCloseTo(0.5 ** 6, 10);
  expect(kept(-30)).toBeCloseTo(0, 10);
});
