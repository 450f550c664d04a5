import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convertGru,
  type GruCell,
  gru,
  gruCho,
  gruKeras,
  gruKerasBefore,
  gruPytorch,
  network,
  output,
  run,
  type Tensor,
  type Weights,
} from '../index.ts';
import { distance, randomInputs } from '../testing.ts';

const classes = [
  [gru, gruCho, gruKerasBefore],
  [gruPytorch, gruKeras],
] as const;
const within = classes.flatMap((cells) => cells.flatMap((from) => cells.map((to): [GruCell, GruCell] => [from, to])));
const [before, after] = classes;
const across = before.flatMap((a) =>
  after.flatMap((b): [GruCell, GruCell][] => [
    [a, b],
    [b, a],
  ]),
);

interface Sizes {
  readonly X: number;
  readonly H: number;
  readonly Y: number;
  readonly T: number;
}
const programOf = (cell: GruCell, sizes: Sizes) => network(cell, { ...sizes, loss: 'mse' });

/** h over time of a cell with these weights, and the rest of the inputs drawn. */
function states(cell: GruCell, sizes: Sizes, weights: Weights, seed: number): Tensor {
  const program = programOf(cell, sizes);
  const names = new Set(program.inputs.map(({ name }) => name));
  const drawn = { ...randomInputs(program, seed), ...weights };
  return output(
    program,
    run(program, Object.fromEntries(Object.entries(drawn).filter(([name]) => names.has(name)))),
    'h',
  );
}

const drawnFor = (cell: GruCell, sizes: Sizes, seed: number): Weights =>
  Object.fromEntries(
    Object.entries(randomInputs(programOf(cell, sizes), seed, 1)).filter(([name]) => /^[Wb]_/.test(name)),
  );

describe('convertGru', () => {
  it('gives weights with which the other convention computes the same', () => {
    const property = fc.property(
      fc.constantFrom(...within),
      fc.record({
        X: fc.integer({ min: 1, max: 3 }),
        H: fc.integer({ min: 1, max: 4 }),
        Y: fc.constant(1),
        T: fc.integer({ min: 1, max: 6 }),
      }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      ([from, to], sizes, seed) => {
        const weights = drawnFor(from, sizes, seed);
        const expected = states(from, sizes, weights, seed);
        const actual = states(to, sizes, convertGru(weights, from, to), seed);
        expect(distance(actual.data, expected.data)).toBeLessThanOrEqual(1e-12);
        expect(convertGru(convertGru(weights, from, to), to, from)).toEqual(weights);
      },
    );
    fc.assert(property, { numRuns: 200 });
  });

  it('is needed: with the weights of the other polarity a GRU computes something else', () => {
    const sizes = { X: 2, H: 3, Y: 1, T: 3 };
    const weights = drawnFor(gru, sizes, 1);
    expect(distance(states(gru, sizes, weights, 1).data, states(gruCho, sizes, weights, 1).data)).toBeGreaterThan(0.1);
  });

  it.each(across.map(([from, to]) => [`${from.id} → ${to.id}`, from, to] as const))(
    'refuses %s and says why',
    (_, from, to) => {
      const weights = drawnFor(from, { X: 1, H: 2, Y: 1, T: 1 }, 1);
      expect(() => convertGru(weights, from, to)).toThrow(
        `${from.name} resets ${from.convention.reset} the product with W_hn, ${to.name} ${to.convention.reset} it`,
      );
      expect(() => convertGru(weights, from, to)).toThrow('no weights turn one into the other');
    },
  );

  it('takes one bias a gate, reset after, as b_hn = 0', () => {
    const { b_hn: _, ...oneBias } = drawnFor(gruPytorch, { X: 1, H: 2, Y: 1, T: 1 }, 1);
    expect(convertGru(oneBias, gruKeras, gruPytorch).b_hn).toEqual({ shape: [2], data: new Float64Array(2) });
  });

  it('keeps what is not the GRU’s, and says which weight is missing', () => {
    const weights = drawnFor(gru, { X: 1, H: 2, Y: 1, T: 1 }, 1);
    expect(convertGru(weights, gru, gruCho).W_hy).toBe(weights.W_hy);
    const { b_z: _, ...rest } = weights;
    expect(() => convertGru(rest, gru, gruCho)).toThrow('missing weight b_z; there are W_hr,');
  });
});

describe('reset before and after the product', () => {
  const compared = (H: number, change: (weights: Weights) => Weights = (weights) => weights) => {
    const sizes = { X: 2, H, Y: 1, T: 4 };
    const drawn = drawnFor(gruPytorch, sizes, 3);
    const weights = change({ ...drawn, b_hn: { shape: [H], data: new Float64Array(H) } });
    return distance(states(gruCho, sizes, weights, 3).data, states(gruPytorch, sizes, weights, 3).data);
  };

  it('are different functions', () => expect(compared(2)).toBeGreaterThan(0.01));
  it('are the same for one unit', () => expect(compared(1)).toBeLessThan(1e-15));
  it('are the same for a diagonal W_hn', () => {
    const diagonal = ({ shape, data }: Tensor) => ({ shape, data: data.map((x, k) => (k % 4 === 0 ? x : 0)) });
    expect(compared(3, (weights) => ({ ...weights, W_hn: diagonal(weights.W_hn!) }))).toBeLessThan(1e-15);
  });
});
