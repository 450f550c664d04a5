import fc from 'fast-check';
import { expect, it } from 'vitest';
import { causalConvolution, convolutionParameters, output, receptiveField, run, trace, type Var } from '../index.ts';
import { randomInputs } from '../testing.ts';
import { asParameters } from './testing.ts';

it('four dilated layers of two taps see 16 steps', () => {
  expect(receptiveField(2, [1, 2, 4, 8])).toBe(16);
});

it('the last output reads exactly the steps of the receptive field, and none that is to come', () => {
  const cases = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }));
  fc.assert(
    fc.property(cases, fc.nat(1000), ([kernel, dilations], seed) => {
      const T = 20;
      const layer = (dilation: number) => ({ inputs: 1, outputs: 1, kernel, dilation });
      const shapes = asParameters(convolutionParameters(layer(1)));
      const program = trace({ ...shapes, x: { shape: [T, 1], kind: 'data' } }, ({ x, ...parameters }) => {
        const next = (below: Var, dilation: number) => causalConvolution(parameters, below, layer(dilation));
        return { y: [1, ...dilations].reduce(next, x!) };
      });
      // Of positive weights no path cancels another.
      const given = Object.fromEntries(
        Object.entries(randomInputs(program, seed)).map(([name, { shape, data }]) => [
          name,
          { shape, data: data.map((v) => Math.abs(v) + 0.1) },
        ]),
      );
      const lastFrom = (k: number) => {
        const moved = { ...given, x: { shape: [T, 1], data: given.x!.data.with(k, 9) } };
        return output(program, run(program, moved), 'y').data;
      };
      const before = output(program, run(program, given), 'y').data;
      const read = Array.from({ length: T }, (_, k) => k).filter((k) => lastFrom(k).at(-1) !== before.at(-1));
      // Gaps between taps are not read, but the field is as wide as it says.
      expect(read.at(-1)).toBe(T - 1);
      expect(read[0]).toBe(Math.max(0, T - receptiveField(kernel, [1, ...dilations])));
      for (const k of [3, 11]) expect(lastFrom(k).slice(0, k)).toEqual(before.slice(0, k));
    }),
    { numRuns: 30 },
  );
});

it.each([0, 0.5, -1])('a dilation of %d is refused', (dilation) => {
  const sizes = { inputs: 1, outputs: 1, kernel: 2, dilation };
  const inputs = Object.fromEntries(
    Object.entries({ ...convolutionParameters(sizes), x: [4, 1] }).map(([name, shape]) => [name, { shape }]),
  );
  expect(() => trace(inputs, ({ x, ...weights }) => ({ y: causalConvolution(weights, x!, sizes) }))).toThrow(
    `a dilation is a whole number of steps, at least 1; got ${dilation}`,
  );
});
