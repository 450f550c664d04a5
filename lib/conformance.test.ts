/**
 * What every cell must pass by being listed in `cells/catalogue.ts`: its gradients against central differences,
 * its scan against its unrolled form, its scalar form against its tensors.
 */
import { describe, expect, it } from 'vitest';
import {
  backward,
  cells,
  differenceOf,
  flat,
  losses,
  network,
  output,
  parametersOf,
  run,
  scalarize,
  type Tensor,
  unroll,
  type Values,
} from './index.ts';
import type { LossName } from './losses.ts';
import { elementName } from './scalarize.ts';
import { unravel } from './tensor.ts';
import { maxAbs, randomInputs } from './testing.ts';

const sizes = [
  { X: 1, H: 1, Y: 1, T: 1 },
  { X: 2, H: 3, Y: 2, T: 4 },
  { X: 3, H: 2, Y: 1, T: 7 },
];
const smallest = { X: 1, H: 2, Y: 2, T: 2 };
/** Every cell with every loss at the smallest size that has all there is; and with one loss at several sizes. */
const setups = cells.flatMap((cell) => [
  ...(Object.keys(losses) as LossName[]).flatMap((loss) =>
    (['every', 'last'] as const).map((lossAt) => ({ cell, options: { ...smallest, loss, lossAt } })),
  ),
  ...sizes.map((size) => ({ cell, options: { ...size, loss: 'mse', lossAt: 'every' } as const })),
]);
const title = ({ cell, options: { X, H, Y, T, loss, lossAt } }: (typeof setups)[number]) =>
  `${cell.id}, ${loss} at ${lossAt} step, X=${X} H=${H} Y=${Y} T=${T}`;

const gradientKeys = (outputs: Readonly<Record<string, string>>) =>
  Object.keys(outputs).filter((key) => key.startsWith('dL/d'));

describe.each(setups.map((setup) => [title(setup), setup] as const))('%s', (_, { cell, options }) => {
  const program = network(cell, options);
  const given = randomInputs(program, 11, 0.7, options.loss === 'crossEntropy');
  const wrt = [...program.inputs.filter(({ kind }) => kind !== 'data').map(({ name }) => name), 'x'];
  const ofScan = backward(program, { wrt });
  const unrolled = unroll(program);
  const ofUnrolled = backward(unrolled, {
    wrt: unrolled.inputs.filter(({ symbol }) => symbol !== 'target').map(({ name }) => name),
  });
  const values = run(ofUnrolled, given);

  it('gradients equal central differences within 1e-8 · max(‖g‖∞, |L|)', () => {
    const loss = output(ofUnrolled, values, 'L').data[0]!;
    const steps = splitInputs(given, unrolled);
    for (const key of gradientKeys(ofUnrolled.outputs)) {
      const gradient = output(ofUnrolled, values, key).data;
      const tolerance = 1e-8 * Math.max(maxAbs(gradient), Math.abs(loss));
      gradient.forEach((g, at) => {
        // From a first step of 0.1 the differences reach over kinks of the absolute error.
        const { value } = differenceOf(unrolled, steps, key.slice(4), at, 'L', 0.01);
        expect(Math.abs(g - value), `${key} [${at}]`).toBeLessThanOrEqual(tolerance);
      });
    }
  });

  it('the backward scan, unrolled or not, gives the bits that the unrolled backward gives', () => {
    const fromScan = run(ofScan, given);
    const expanded = unroll(ofScan);
    const fromExpanded = run(expanded, given);
    for (const key of [...Object.keys(parametersOf(cell, options)), ...wrt.filter((name) => name.endsWith('_0'))].map(
      (name) => `dL/d${name}`,
    )) {
      const expected = bits(output(ofUnrolled, values, key));
      expect(bits(output(ofScan, fromScan, key)), key).toEqual(expected);
      expect(bits(output(expanded, fromExpanded, key)), key).toEqual(expected);
    }
    const dx = output(ofScan, fromScan, 'dL/dx').data;
    const steps = Array.from({ length: options.T }, (_, t) =>
      Array.from(output(ofUnrolled, values, `dL/dx_${t + 1}`).data, (x) => x + 0),
    ).flat();
    expect(Array.from(dx, (x) => x + 0)).toEqual(steps);
  });

  it('the scalar form computes the same bits, element by element', () => {
    const scalars = scalarize(ofUnrolled);
    const scalarValues = run(scalars, scalarInputs(splitInputs(given, unrolled)));
    for (const { name } of flat(ofUnrolled)) {
      const { shape, data } = values.get(name)!;
      data.forEach((x, at) => {
        const element = scalarValues.get(elementName(name, unravel(at, shape)))!;
        expect(Object.is(element.data[0]! + 0, x + 0), `${name} [${at}]: ${element.data[0]} and ${x}`).toBe(true);
      });
    }
  });
});

/** −0 and 0 count as equal: a sum that starts from zero turns one into the other. */
const bits = ({ data }: Tensor) => Array.from(data, (x) => x + 0);

/** A sequence given whole, as the steps that an unrolled program names. */
function splitInputs(
  given: Record<string, Tensor>,
  program: { inputs: readonly { name: string }[] },
): Record<string, Tensor> {
  const values: Values = run({ ...program, inputs: program.inputs as never, equations: [], outputs: {} }, given);
  return Object.fromEntries(values);
}

const scalarInputs = (given: Record<string, Tensor>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, { shape, data }]) =>
      Array.from(data, (x, at) => [elementName(name, unravel(at, shape)), x]),
    ),
  );
