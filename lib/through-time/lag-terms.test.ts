import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backward,
  cells,
  linearAlgebra,
  network,
  output,
  parametersOf,
  rnnIdentity,
  run,
  throughTime,
} from '../index.ts';
import { distance, maxAbs, randomInputs } from '../testing.ts';
import { oneUnit } from './testing.ts';

const { lagShares, lagTerms, totalOf } = throughTime;

describe('the terms of a gradient through time', () => {
  it('add up to it', () => {
    assert(
      property(
        constantFrom(...cells),
        constantFrom('every' as const, 'last' as const),
        integer({ min: 1, max: 5 }),
        integer({ min: 0, max: 99 }),
        (cell, lossAt, T, seed) => {
          const options = { X: 2, H: 2, Y: 1, T, loss: 'mse', lossAt } as const;
          const program = network(cell, options);
          const given = randomInputs(program, seed, 0.5);
          const both = backward(program);
          const values = run(both, given);
          const names = Object.keys(parametersOf(cell, options));
          const name = names[seed % names.length]!;
          const gradient = output(both, values, `dL/d${name}`).data;
          const terms = lagTerms(program, given, name);
          const largest = Math.max(...terms.terms.flat().map(linearAlgebra.norm));
          expect(distance(totalOf(terms).data, gradient)).toBeLessThanOrEqual(1e-14 * T * largest);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are ∂L/∂l_t · ∂l_t/∂h_k · ∂⁺h_k/∂W, for the linear unit in closed form', () => {
    const T = 4;
    const { program, given } = oneUnit(rnnIdentity, T, { w: 0.5, lossAt: 'every' });
    const h = [0, 1, 1.5, 1.75, 1.875];
    lagTerms(program, given, 'W_hh').terms.forEach((row, at) => {
      const t = at + 1;
      const expected = row.map((_, before) => 2 * h[t]! * 0.5 ** (t - before - 1) * h[before]!);
      expect(row.map(({ data }) => data[0])).toEqual(expected);
    });
  });

  it('of a loss that does not count are 0', () => {
    const { program, given } = oneUnit(rnnIdentity, 3, { w: 0.5 });
    const rows = lagTerms(program, given, 'W_xh').terms.map((row) => row.map(({ data }) => data[0]));
    expect(rows).toEqual([[0], [0, 0], [0.875, 1.75, 3.5]]);
  });

  it('of the readout act on their own step only', () => {
    const program = network(cells[0]!, { X: 1, H: 2, Y: 1, T: 3, loss: 'mse' });
    const { terms } = lagTerms(program, randomInputs(program, 1), 'W_hy');
    terms.forEach((row, at) => {
      for (const [before, { data }] of row.entries()) expect(maxAbs(data) > 0).toBe(before === at);
    });
  });

  it('are asked of a parameter', () => {
    const { program, given } = oneUnit(rnnIdentity, 2, {});
    expect(() => lagTerms(program, given, 'x')).toThrow('x is no parameter of the program');
  });
});

describe('shares by lag', () => {
  // E73: w = .5, constant x = 1, h_0 = 0, loss at the last step of 20. Of W_xh the lag ℓ has wˡ of the gradient.
  it.each([
    ['W_xh', (1 - 0.5 ** 5) / (1 - 0.5 ** 20)],
    ['b_h', (1 - 0.5 ** 5) / (1 - 0.5 ** 20)],
    ['W_hh', 0.9687646332333546],
  ])('%s: 97%% from the 5 nearest lags at w = .5', (name, expected) => {
    const { program, given } = oneUnit(rnnIdentity, 20, { w: 0.5 });
    const shares = lagShares(lagTerms(program, given, name));
    const near = shares.slice(0, 5).reduce((sum, { share }) => sum + share, 0);
    expect(near).toBeCloseTo(expected, 14);
    expect(near.toFixed(2)).toBe('0.97');
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 14);
  });

  it('hold for norms: lags may cancel', () => {
    const { program, given } = oneUnit(rnnIdentity, 4, { w: -0.5 });
    const shares = lagShares(lagTerms(program, given, 'W_xh'));
    expect(shares.map(({ gradient }) => Math.sign(gradient.data[0]!))).toEqual([1, -1, 1, -1]);
    expect(shares.map(({ share }) => share * 15)).toEqual([8, 4, 2, 1]);
  });

  it('of a gradient of 0 are 0', () => {
    const { program, given } = oneUnit(rnnIdentity, 2, { w: 0.5, x: 0 });
    expect(lagShares(lagTerms(program, given, 'W_hh')).map(({ share }) => share)).toEqual([0, 0]);
  });
});
