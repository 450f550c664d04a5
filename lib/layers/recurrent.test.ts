import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, cells, output, rnn, run, stackLanes, type Tensor, tensor, toArray } from '../index.ts';
import { distance, randomInputs } from '../testing.ts';
import type { InputSpec } from '../trace.ts';
import { stackProgram } from './testing.ts';

const sizes = { X: 2, H: 2, T: 4 };
const rowsOf = (value: Tensor): number[][] => toArray(value) as number[][];

/** Cells that give out their h; a Jordan network's output is its y. */
const stacked = cells.filter((cell) => 'h' in cell.state({ ...sizes, Y: 1 }));
const anyCell = fc.constantFrom(...stacked);
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

const program = (cell: Cell, depth: Parameters<typeof stackProgram>[1], T = sizes.T, hasMask = false) => {
  const mask: InputSpec = hasMask ? { mask: { shape: [T], kind: 'data' } } : {};
  return stackProgram(cell, depth, { ...sizes, T }, mask, (all) => all);
};

describe('in both directions', () => {
  it('reversing time swaps the two halves, for any cell and depth', () => {
    fc.assert(
      fc.property(anyCell, fc.integer({ min: 1, max: 2 }), seed, (cell, layers, key) => {
        const both = program(cell, { layers, bidirectional: true });
        const given = randomInputs(both, key);
        const turned = Object.entries(given).map(([name, value]) => {
          const other = name.replace(/[fb](?=_0$|$)/, (letter) => (letter === 'f' ? 'b' : 'f'));
          // Above the first layer a cell reads two halves, which change places as well.
          const readsHalves = layers === 2 && /^W_x.*\^2/.test(name);
          return [name.includes('^') ? other : name, readsHalves ? withHalvesSwapped(value) : value] as const;
        });
        const backward = { ...Object.fromEntries(turned), x: tensor(rowsOf(given.x!).toReversed()) };
        const out = rowsOf(output(both, run(both, given), 'out'));
        const back = rowsOf(output(both, run(both, backward), 'out'));
        const expected = back.toReversed().map((row) => [...row.slice(sizes.H), ...row.slice(0, sizes.H)]);
        expect(distance(expected.flat(), out.flat())).toBeLessThanOrEqual(1e-14);
      }),
      { numRuns: 60 },
    );
  });

  it('an output depends on the whole sequence, in one direction on the past only', () => {
    for (const bidirectional of [true, false]) {
      const read = program(rnn, { bidirectional });
      const given = randomInputs(read, 3);
      const changed = { ...given, x: { ...given.x!, data: given.x!.data.with(-1, 5) } };
      const [before, after] = [given, changed].map((each) => rowsOf(output(read, run(read, each), 'out'))[0]);
      if (bidirectional) expect(after).not.toEqual(before);
      else expect(after).toEqual(before);
    }
  });
});

describe('padding', () => {
  it('changes no state, whatever stands there: the real steps give what they give alone, for any cell', () => {
    fc.assert(
      fc.property(anyCell, fc.boolean(), fc.integer({ min: 1, max: 4 }), seed, (cell, bidirectional, length, key) => {
        const depth = { layers: 2, bidirectional };
        const masked = program(cell, depth, sizes.T, true);
        const alone = program(cell, depth, length);
        const given = randomInputs(masked, key);
        given.mask!.data.forEach((_, t) => {
          given.mask!.data[t] = t < length ? 1 : 0;
        });
        const { mask: _, x, ...rest } = given;
        const short = { ...rest, x: { shape: [length, sizes.X], data: x!.data.slice(0, length * sizes.X) } };
        const long = output(masked, run(masked, given), 'out').data;
        const expected = output(alone, run(alone, short), 'out').data;
        expect(Array.from(long.slice(0, expected.length))).toEqual(Array.from(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the last state to the end', () => {
    const masked = program(rnn, {}, sizes.T, true);
    const given = randomInputs(masked, 4);
    given.mask!.data.set([1, 1, 0, 0]);
    const out = rowsOf(output(masked, run(masked, given), 'out'));
    expect(out.slice(2)).toEqual([out[1], out[1]]);
  });
});

describe('dropout', () => {
  const dropped = (shape: readonly number[]) =>
    stackProgram(rnn, { layers: 2 }, sizes, { dropout: { shape, kind: 'data' } }, (all) => all);
  const [perStep, once, none] = [dropped([sizes.T, sizes.H]), dropped([sizes.H]), program(rnn, { layers: 2 })];
  const given = randomInputs(none, 6);
  const out = (each: typeof none, mask?: Tensor) =>
    output(each, run(each, { ...given, ...(mask && { dropout: mask }) }), 'out');

  it('acts between layers and not on the recurrent path: the states below it stay', () => {
    const mask = { shape: [sizes.T, sizes.H], data: Float64Array.of(0, 2, 2, 0, 0, 0, 2, 2) };
    const states = (each: typeof none, more = {}) => output(each, run(each, { ...given, ...more }), 'h^1');
    expect(states(perStep, { dropout: mask })).toEqual(states(none));
    expect(out(perStep, mask)).not.toEqual(out(none));
  });

  it('leaves the output of the top layer alone', () => {
    const top = stackProgram(rnn, {}, sizes, { dropout: { shape: [sizes.H], kind: 'data' } }, (all) => all);
    const own = { ...randomInputs(top, 6), dropout: [0, 0] };
    expect(output(top, run(top, own), 'out')).toEqual(output(top, run(top, own), 'h'));
  });

  it('with one mask for all steps is that mask at each step; with ones it is none', () => {
    const mask = { shape: [sizes.H], data: Float64Array.of(0, 2) };
    const repeated = { shape: [sizes.T, sizes.H], data: Float64Array.from({ length: 8 }, (_, k) => 2 * (k % 2)) };
    expect(out(once, mask)).toEqual(out(perStep, repeated));
    expect(out(once, { ...mask, data: Float64Array.of(1, 1) })).toEqual(out(none));
  });
});

function withHalvesSwapped({ shape, data }: Tensor): Tensor {
  const rows = rowsOf({ shape, data });
  return tensor(rows.map((row) => [...row.slice(row.length / 2), ...row.slice(0, row.length / 2)]));
}

it.each([0, -1, 1.5])('a stack of %d layers is refused', (layers) => {
  expect(() => stackLanes({ layers })).toThrow(`a stack has at least 1 layer, not ${layers}`);
});
