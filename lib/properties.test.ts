/** What holds for any cell, at any size, with any loss, drawn at random. Each cell by itself: `conformance.test.ts`. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  backward,
  batch,
  cells,
  coefficientsOf,
  flat,
  InputError,
  jets,
  losses,
  type NetworkOptions,
  network,
  type OpEquation,
  output,
  parametersOf,
  plan,
  run,
  sizeOf,
  type Tensor,
  type TensorLike,
  toArray,
  unroll,
} from './index.ts';
import type { LossName } from './losses.ts';
import { distance, maxAbs, randomInputs } from './testing.ts';

const extent = fc.integer({ min: 1, max: 3 });
const options: fc.Arbitrary<NetworkOptions> = fc.record({
  ...{ X: extent, H: extent, Y: extent, T: fc.integer({ min: 1, max: 5 }) },
  loss: fc.constantFrom(...(Object.keys(losses) as LossName[])),
  lossAt: fc.constantFrom('every' as const, 'last' as const),
});
const seed = fc.nat(2 ** 31);
const cases = fc.record({ cell: fc.constantFrom(...cells), options, seed });

const given = (program: ReturnType<typeof network>, seed: number, { loss }: NetworkOptions) =>
  randomInputs(program, seed, 0.7, loss === 'crossEntropy');
const gradientNames = (cell: (typeof cells)[number], options: NetworkOptions) => [
  ...Object.keys(parametersOf(cell, options)),
  ...Object.keys(cell.state(options)).map((symbol) => `${symbol}_0`),
];

it('a value has the shape that its equation says, and a gradient that of what it is the gradient of', () => {
  fc.assert(
    fc.property(cases, ({ cell, options, seed }) => {
      const program = backward(network(cell, options));
      const values = run(program, given(program, seed, options));
      const unrolled = unroll(program);
      const written = run(unrolled, given(program, seed, options));
      for (const { name, shape } of flat(unrolled)) expect(written.get(name)!.shape, name).toEqual(shape);
      for (const [name, { shape, data }] of [...written, ...values]) expect(data.length, name).toBe(sizeOf(shape));
      for (const name of gradientNames(cell, options))
        expect(output(program, values, `dL/d${name}`).shape, name).toEqual(values.get(name)!.shape);
      expect(output(program, values, 'y').shape).toEqual([options.T, options.Y]);
      expect(output(program, values, 'L').shape).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('an input of another shape is refused by its name', () => {
  fc.assert(
    fc.property(cases, fc.nat(), ({ cell, options, seed }, which) => {
      const program = network(cell, options);
      const inputs = given(program, seed, options);
      const { name, shape } = program.inputs[which % program.inputs.length]!;
      const wrong = { shape: [...shape, 2], data: new Float64Array(2 * sizeOf(shape)) };
      const act = () => run(program, { ...inputs, [name]: wrong });
      expect(act).toThrow(InputError);
      expect(act).toThrow(name);
    }),
    { numRuns: 60 },
  );
});

it('unroll ∘ backward = backward ∘ unroll, to the bit', () => {
  fc.assert(
    fc.property(cases, ({ cell, options, seed }) => {
      const program = network(cell, options);
      const inputs = given(program, seed, options);
      const wrt = gradientNames(cell, options);
      const [scanned, written] = [unroll(backward(program, { wrt })), backward(unroll(program), { wrt })];
      const [first, second] = [run(scanned, inputs), run(written, inputs)];
      for (const name of wrt) {
        // −0 and 0 count as equal: a sum that starts from zero turns one into the other.
        const bits = ({ data }: Tensor) => Array.from(data, (x) => x + 0);
        const key = `dL/d${name}`;
        expect(bits(output(scanned, first, key)), key).toEqual(bits(output(written, second, key)));
      }
      // What both call the same is of the same time, computed at the same step, the gradient of the same value. (Sums have
      // other terms in a body that serves every step.)
      const about = ({ symbol, t, step, wrt }: OpEquation) => ({ symbol, t, step, wrt });
      const known = new Map(flat(scanned).map((equation) => [equation.name, equation]));
      const same = flat(written).filter(({ name, role }) => role !== 'sum' && known.get(name)?.role === role);
      expect(same.length).toBeGreaterThan(flat(written).length / 2);
      for (const equation of same) expect(about(known.get(equation.name)!), equation.name).toEqual(about(equation));
    }),
    { numRuns: 60 },
  );
});

it('every interpreter gives the same loss, and the slope along a direction is ⟨gradient, direction⟩', () => {
  fc.assert(
    fc.property(cases, ({ cell, options, seed }) => {
      const program = backward(network(cell, options));
      const inputs = given(program, seed, options);
      const values = run(program, inputs);
      const L = output(program, values, 'L').data[0]!;
      const planned = (type: 'float64' | 'float32') => {
        const made = plan(program, { type });
        for (const [name, { data }] of Object.entries(inputs)) made.set(name, data);
        made.run();
        return made.buffer('L')[0]!;
      };
      expect(Math.abs(planned('float64') - L)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(L)));
      expect(Math.abs(planned('float32') - L)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(L)));
      const names = gradientNames(cell, options);
      const directions = Object.entries(randomInputs(program, seed + 1)).filter(([name]) => names.includes(name));
      const [, slope] = coefficientsOf(program, 'L', jets(program, inputs, { seed: Object.fromEntries(directions) }));
      const terms = directions.flatMap(([name, { data }]) =>
        Array.from(output(program, values, `dL/d${name}`).data, (g, k) => g * data[k]!),
      );
      const sum = terms.reduce((a, b) => a + b, 0);
      expect(Math.abs(slope! - sum)).toBeLessThanOrEqual(1e-13 * Math.max(1, maxAbs(terms)));
    }),
    { numRuns: 60 },
  );
});

it('a batch of n is n single runs: the same outputs, the mean of the losses and of the gradients', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 4 }), ({ cell, options, seed }, N) => {
      const single = backward(network(cell, options));
      const many = backward(batch(network(cell, options), N));
      const parameters = Object.keys(parametersOf(cell, options));
      const first = given(single, seed, options);
      const shared = Object.fromEntries(parameters.map((name) => [name, first[name]!]));
      const examples = Array.from({ length: N }, (_, n) => ({ ...given(single, seed + n, options), ...shared }));
      const stacked = single.inputs.map(({ name, kind }) => {
        const parts = examples.map((example) => toArray(example[name]!) as TensorLike[]);
        if (kind === 'parameter') return [name, first[name]!] as const;
        const steps = Array.from({ length: options.T }, (_, t) => parts.map((part) => part[t]!));
        return [name, kind === 'data' ? steps : parts] as const;
      });
      const together = run(many, Object.fromEntries(stacked));
      const alone = examples.map((example) => run(single, example));
      const y = toArray(output(many, together, 'y')) as number[][][];
      alone.forEach((values, n) => {
        expect(y.map((step) => step[n])).toEqual(toArray(output(single, values, 'y')));
      });
      for (const key of ['L', ...parameters.map((name) => `dL/d${name}`)]) {
        const all = alone.map((values) => output(single, values, key).data);
        const mean = all[0]!.map((_, k) => all.reduce((sum, each) => sum + each[k]!, 0) / N);
        const size = Math.max(1, ...all.map((each) => maxAbs(each)));
        expect(distance(output(many, together, key).data, mean), key).toBeLessThanOrEqual(1e-13 * size);
      }
    }),
    { numRuns: 60 },
  );
});

it('pre-activations of ±800 make no NaN and no infinity, forward or backward', () => {
  // Without a bound of its own a linear or rectified state may overflow; that is no fault of an activation.
  const bounded = cells.filter(({ id }) => !['rnn-relu', 'rnn-identity'].includes(id));
  fc.assert(
    fc.property(cases, fc.constantFrom(...bounded), ({ options, seed }, cell) => {
      const program = backward(network(cell, options));
      const inputs = given(program, seed, options);
      for (const [name, { data }] of Object.entries(inputs))
        if (name.startsWith('b_')) for (const k of data.keys()) data[k] = data[k]! < 0 ? -800 : 800;
      for (const [name, { data }] of run(program, inputs)) expect(data.every(Number.isFinite), name).toBe(true);
    }),
    { numRuns: 100 },
  );
});
