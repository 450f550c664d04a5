import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  backward,
  cells,
  detach,
  matvec,
  mul,
  network,
  output,
  parametersOf,
  rnn,
  rnnIdentity,
  row,
  run,
  sum,
  tanh,
  throughTime,
  trace,
} from '../index.ts';
import { distance, maxAbs, randomInputs } from '../testing.ts';
import { oneUnit } from './testing.ts';

const { chunks, cut, lagTerms, totalOf, truncate, truncatedGradients, updateAt } = throughTime;

const cellsAndSizes = [
  constantFrom(...cells),
  integer({ min: 1, max: 5 }),
  integer({ min: 1, max: 6 }),
  integer({ min: 1, max: 6 }),
  integer({ min: 0, max: 99 }),
] as const;

function setup(cell: (typeof cells)[number], T: number, seed: number) {
  const options = { X: 2, H: 2, Y: 1, T, loss: 'mse' } as const;
  const program = network(cell, options);
  const given = randomInputs(program, seed, 0.5);
  return { program, given, names: Object.keys(parametersOf(cell, options)) };
}

describe('truncated backpropagation through time', () => {
  it('is the full one when the window covers T, whatever the stride', () => {
    assert(
      property(...cellsAndSizes, (cell, T, more, stride, seed) => {
        const { program, given, names } = setup(cell, T, seed);
        const both = backward(program);
        const values = run(both, given);
        const name = names[seed % names.length]!;
        const full = output(both, values, `dL/d${name}`).data;
        const window = Math.max(T, stride) + more - 1;
        const { gradient, lost } = truncate(lagTerms(program, given, name), { window, stride });
        expect(lost).toEqual([]);
        expect(distance(gradient.data, full)).toBeLessThanOrEqual(1e-13 * Math.max(1, maxAbs(full)));
        const cutNowhere = truncatedGradients(program, given, { window, stride, wrt: [name] })[name]!;
        expect(distance(cutNowhere.data, full)).toBeLessThanOrEqual(1e-13 * Math.max(1, maxAbs(full)));
      }),
      { numRuns: 40 },
    );
  });

  it('picked from the table is what the cut program gives, for any window and stride', () => {
    assert(
      property(...cellsAndSizes, (cell, T, more, stride, seed) => {
        const window = stride + more - 1;
        const { program, given, names } = setup(cell, T, seed);
        const name = names[seed % names.length]!;
        const { data } = truncatedGradients(program, given, { window, stride, wrt: [name] })[name]!;
        const { gradient } = truncate(lagTerms(program, given, name), { window, stride });
        expect(distance(gradient.data, data)).toBeLessThanOrEqual(1e-13 * Math.max(1, maxAbs(data)));
      }),
      { numRuns: 40 },
    );
  });

  it('with window = stride is one backward pass over the program detached between chunks', () => {
    const { program, given, names } = setup(rnn, 6, 3);
    const both = backward(cut(program, [2, 4], 'detach'));
    const values = run(both, given);
    const gradients = truncatedGradients(program, given, { window: 2, stride: 2 });
    for (const name of names)
      expect(distance(output(both, values, `dL/d${name}`).data, gradients[name]!.data)).toBeLessThanOrEqual(1e-13);
    expect(values.get('L')).toEqual(run(program, given).get('L'));
  });

  it('is what detach written by hand gives', () => {
    const { program, given } = setup(rnn, 2, 5);
    const hand = trace(
      Object.fromEntries(program.inputs.map(({ name, shape, kind }) => [name, { shape, kind }])),
      ({ W_hh, W_xh, b_h, W_hy, b_y, h_0, x, target }) => {
        const one = (t: number) => row(x!, t);
        const wanted = (t: number) => row(target!, t);
        const h_1 = tanh(add(matvec(W_hh!, h_0!), matvec(W_xh!, one(0)), b_h!));
        const h_2 = tanh(add(matvec(W_hh!, detach(h_1)), matvec(W_xh!, one(1)), b_h!));
        const loss = (h: typeof h_1, t: number) => {
          const e = add(matvec(W_hy!, h), b_y!, mul(-1, wanted(t)));
          return sum(mul(e, e));
        };
        return { L: add(loss(h_1, 0), loss(h_2, 1)) };
      },
    );
    const both = backward(hand);
    const values = run(both, given);
    const gradients = truncatedGradients(program, given, { window: 1 });
    for (const [name, { data }] of Object.entries(gradients))
      expect(distance(output(both, values, `dL/d${name}`).data, data)).toBeLessThanOrEqual(1e-14);
  });

  // The linear unit, w = .9, constant x, h_0 = 0, loss at step 20 (source audit, E57 and its correction).
  it.each([
    ['W_hh', 5, 0.562],
    ['W_hh', 10, 0.849],
    ['W_hh', 20, 1],
    ['W_xh', 5, 0.466],
    ['W_xh', 10, 0.741],
  ])('%s with a window of %i keeps %f of the gradient', (name, window, expected) => {
    const { program, given } = oneUnit(rnnIdentity, 20, { w: 0.9 });
    const terms = lagTerms(program, given, name);
    const share = truncate(terms, { window }).gradient.data[0]! / totalOf(terms).data[0]!;
    expect(share.toFixed(3)).toBe(expected.toFixed(3));
  });

  it('says which terms are lost', () => {
    const { program, given } = oneUnit(rnnIdentity, 3, { w: 0.5 });
    const { included, lost } = truncate(lagTerms(program, given, 'W_xh'), { window: 2 });
    expect(lost).toEqual([{ t: 3, k: 1, norm: 0.875 }]);
    expect(included.map(({ t, k }) => [t, k])).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
      [3, 2],
      [3, 3],
    ]);
  });

  it('updates at each stride and at the end', () => {
    expect([1, 2, 3, 4, 5].map((t) => updateAt(t, 5, 2))).toEqual([2, 2, 4, 4, 5]);
    // Stride 2, window 3: the update at 4 goes back to step 2, for both its losses.
    const { program, given } = oneUnit(rnnIdentity, 4, { w: 0.5, lossAt: 'every' });
    const { lost } = truncate(lagTerms(program, given, 'W_xh'), { window: 3, stride: 2 });
    expect(lost.map(({ t, k }) => [t, k])).toEqual([
      [3, 1],
      [4, 1],
    ]);
  });

  it('needs inputs that there are', () => {
    const { program, given } = oneUnit(rnnIdentity, 2, {});
    expect(() => truncatedGradients(program, given, { window: 1, wrt: ['q'] })).toThrow('q is no input of the program');
  });

  it('needs whole numbers', () => {
    const { program, given } = oneUnit(rnnIdentity, 2, {});
    expect(() => truncatedGradients(program, given, { window: 0 })).toThrow('a window is a whole number of steps');
    expect(() => truncatedGradients(program, given, { window: 1, stride: 0.5 })).toThrow('a stride is a whole number');
    expect(() => truncatedGradients(program, given, { window: 1, stride: 2 })).toThrow('a window of 1 does not reach');
  });
});

describe('a state that is reset', () => {
  it('gives the gradients of windows that start from h_0', () => {
    const { program, given, names } = setup(rnn, 4, 9);
    const gradients = truncatedGradients(program, given, { window: 2, stride: 2, state: 'reset' });
    const short = network(rnn, { X: 2, H: 2, Y: 1, T: 2, loss: 'mse' });
    const parts = [...chunks(short, given, 'reset')];
    for (const name of names) {
      const expected = parts[0]!.gradients[name]!.data.map((x, i) => x + parts[1]!.gradients[name]!.data[i]!);
      expect(distance(gradients[name]!.data, expected)).toBeLessThanOrEqual(1e-14);
    }
  });

  it('changes what the network computes, as carrying does not', () => {
    const { program, given } = setup(rnn, 4, 9);
    const L = (kind: 'detach' | 'reset') => run(cut(program, [2], kind), given).get('L')!.data[0];
    expect(L('detach')).toBe(run(program, given).get('L')!.data[0]);
    expect(L('reset')).not.toBe(L('detach'));
  });
});
