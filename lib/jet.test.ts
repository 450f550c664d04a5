import { describe, expect, it } from 'vitest';
import {
  backward,
  batch,
  cells,
  coefficientsOf,
  derivative,
  detach,
  flat,
  InputError,
  jets,
  matvec,
  mul,
  network,
  ops,
  output,
  parametersOf,
  run,
  scalarize,
  sum,
  tangents,
  tanh,
  trace,
  unroll,
} from './index.ts';
import { elementName } from './scalarize.ts';
import { unravel } from './tensor.ts';
import { alongLine, derivativesAlong, distance, maxAbs, randomInputs } from './testing.ts';

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

const setups = cells.flatMap((cell) => (['mse', 'crossEntropy'] as const).map((loss) => ({ cell, loss })));

describe.each(setups.map((setup) => [`${setup.cell.id}, ${setup.loss}`, setup] as const))('%s', (_, { cell, loss }) => {
  const options = { X: 1, H: 2, Y: 2, T: 3, loss };
  const program = network(cell, options);
  const given = randomInputs(program, 4, 0.7, loss === 'crossEntropy');
  const names = program.inputs.filter(({ kind }) => kind !== 'data').map(({ name }) => name);
  const seed = Object.fromEntries(Object.entries(randomInputs(program, 9)).filter(([name]) => names.includes(name)));
  const L = coefficientsOf(program, 'L', jets(program, given, { seed, order: 4 }));
  const line = alongLine(program, names);
  const onLine = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      names.includes(name)
        ? [[`${name} at 0`, value] as const, [`${name} d`, seed[name]!] as const]
        : [[name, value] as const],
    ),
  );

  it('order 1 is ⟨gradient, direction⟩, and the central difference', () => {
    const both = backward(program);
    const values = run(both, given);
    const terms = names.flatMap((name) =>
      Array.from(output(both, values, `dL/d${name}`).data, (g, i) => g * seed[name]!.data[i]!),
    );
    const sumOfTerms = terms.reduce((a, b) => a + b);
    expect(Math.abs(L[1]! - sumOfTerms)).toBeLessThanOrEqual(1e-13 * maxAbs(terms));
    const lossAt = (ε: number) => output(line, run(line, { ...onLine, ε }), 'L').data[0]!;
    const difference = derivative(lossAt, 0, 0.02).value;
    expect(Math.abs(L[1]! - difference)).toBeLessThanOrEqual(1e-8 * Math.max(maxAbs(terms), L[0]!));
  });

  it('orders to 4 are those of differentiating the program again', () => {
    const derivatives = derivativesAlong(line, onLine, 4);
    derivatives.forEach((d, k) => {
      expect(Math.abs(L[k]! - d / factorial(k)), `order ${k}`).toBeLessThanOrEqual(1e-12 * maxAbs(L));
    });
  });

  it('unrolled or not, in scalars or not, the series is the same', () => {
    const unrolled = unroll(program);
    expect(coefficientsOf(unrolled, 'L', jets(unrolled, given, { seed, order: 4 }))).toEqual(L);
    const scalars = scalarize(unrolled);
    const split = (values: ReturnType<typeof run>, wanted: readonly string[]) =>
      Object.fromEntries(
        wanted.flatMap((name) => {
          const { shape, data } = values.get(name)!;
          return Array.from(data, (x, at) => [elementName(name, unravel(at, shape)), x] as const);
        }),
      );
    const inputs = split(
      run({ ...unrolled, equations: [] }, given),
      unrolled.inputs.map(({ name }) => name),
    );
    const direction = split(new Map(Object.entries(seed)), names);
    const ofScalars = coefficientsOf(scalars, 'L', jets(scalars, inputs, { seed: direction, order: 4 }));
    expect(distance(ofScalars, L)).toBeLessThanOrEqual(1e-13 * maxAbs(L));
  });

  it('of a batch is the mean of the single ones', () => {
    const many = batch(program, 2);
    const twice = Object.fromEntries(
      many.inputs.map(({ name, shape, kind }) => {
        const { data, shape: own } = given[name]!;
        if (kind === 'parameter') return [name, given[name]!];
        const width = own.slice(kind === 'data' ? 1 : 0).reduce((a, b) => a * b, 1);
        const rows = Array.from({ length: data.length / width }, (_row, t) => data.slice(t * width, (t + 1) * width));
        return [name, { shape, data: Float64Array.from(rows.flatMap((row) => [...row, ...row])) }];
      }),
    );
    const parameters = Object.keys(parametersOf(cell, options));
    const direction = Object.fromEntries(parameters.map((name) => [name, seed[name]!]));
    const single = coefficientsOf(program, 'L', jets(program, given, { seed: direction, order: 3 }));
    coefficientsOf(many, 'L', jets(many, twice, { seed: direction, order: 3 })).forEach((c, k) => {
      expect(Math.abs(c - single[k]!)).toBeLessThanOrEqual(1e-13 * maxAbs(single));
    });
  });
});

describe('seeds', () => {
  const program = unroll(network(cells[0]!, { X: 2, H: 3, Y: 1, T: 4, loss: 'mse' }));
  const given = randomInputs(program, 6);

  it('of a value on the way give its gradient', () => {
    const both = backward(program);
    const gradient = run(both, given).get(both.gradients!.h_2!)!.data;
    gradient.forEach((g, at) => {
      const slope = tangents(program, given, { h_2: [0, 0, 0].with(at, 1) }).get(program.outputs.L!)!.data[0]!;
      expect(slope).toBeCloseTo(g, 14);
    });
  });

  it('of a sequence are those of its steps', () => {
    const whole = Array.from({ length: 4 }, (_, t) => [t, 1]);
    const steps = Object.fromEntries(whole.map((row, t) => [`x_${t + 1}`, row]));
    expect(tangents(program, given, { x: whole }).get('h_4')).toEqual(tangents(program, given, steps).get('h_4'));
  });

  it('none: everything is constant', () => {
    expect(maxAbs(tangents(program, given, {}).get('h_4')!.data)).toBe(0);
  });

  it.each([
    ['an unknown name', { h_9: [0, 0, 0] }, 'no value h_9 to seed'],
    ['a wrong shape', { h_2: [1] }, 'seed of h_2: expected [3], got [1]'],
    ['a sequence of another length', { x: [[1, 1]] }, 'seed of x: expected 4 steps, got [1, 2]'],
  ])('%s', (_, seed, message) => {
    expect(() => jets(program, given, { seed })).toThrow(InputError);
    expect(() => jets(program, given, { seed })).toThrow(message);
  });

  it('an order is a whole number', () => {
    expect(() => jets(program, given, { seed: {}, order: 1.5 })).toThrow(RangeError);
    expect(jets(program, given, { seed: { h_2: [1, 1, 1] }, order: 0 }).get('h_4')).toHaveLength(1);
  });
});

describe('at a kink', () => {
  it.each(['relu', 'abs', 'step', 'sign'])('%s takes 0, as backward does', (name) => {
    const program = trace({ x: { shape: [1], kind: 'parameter' } }, ({ x }) => ({
      L: sum(x!.builder.emit(ops[name]!, [x!])),
    }));
    const [, ...rest] = coefficientsOf(program, 'L', jets(program, { x: [0] }, { seed: { x: [1] }, order: 3 }));
    expect(rest).toEqual([0, 0, 0]);
    const both = backward(program);
    expect(output(both, run(both, { x: [0] }), 'dL/dx').data[0]).toBe(0);
  });
});

describe('detach', () => {
  const program = trace(
    { w: { shape: [2, 2], kind: 'parameter' }, x: { shape: [2], kind: 'parameter' } },
    ({ w, x }) => {
      const h = matvec(w!, x!);
      return { h, L: sum(mul(h, detach(h))) };
    },
  );
  // biome-ignore format: a matrix
  const given = { w: [[1, 2], [3, 4]], x: [5, 6] };
  const both = backward(program);

  it('hands the value on and stops the gradient', () => {
    expect(run(program, given).get('L')!.data[0]).toBe(17 * 17 + 39 * 39);
    expect(Array.from(output(both, run(both, given), 'dL/dx').data)).toEqual([1 * 17 + 3 * 39, 2 * 17 + 4 * 39]);
  });

  it('stops tangents likewise', () => {
    expect(tangents(program, given, { x: [1, 0] }).get('L')!.data[0]).toBe(1 * 17 + 3 * 39);
  });

  it('leaves no equation of the chain rule behind it', () => {
    const stopped = backward(
      trace({ x: { shape: [1], kind: 'parameter' } }, ({ x }) => ({ L: sum(detach(tanh(x!))) })),
    );
    expect(flat(stopped).filter(({ role }) => role === 'product' || role === 'local')).toEqual([]);
    expect(output(stopped, run(stopped, { x: [1] }), 'dL/dx').data[0]).toBe(0);
  });
});
