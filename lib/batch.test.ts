import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backward,
  batch,
  cells,
  crossEntropy,
  matvec,
  mul,
  network,
  output,
  parametersOf,
  print,
  rnn,
  run,
  scan,
  sum,
  type TensorLike,
  tanh,
  tensor,
  toArray,
  trace,
} from './index.ts';
import { random } from './random.ts';
import { distance, maxAbs, randomInputs } from './testing.ts';

const N = 3;

describe.each(
  cells.flatMap((cell) =>
    (['mse', 'crossEntropy'] as const).map((loss) => [`${cell.id}, ${loss}`, cell, loss] as const),
  ),
)('%s', (_, cell, loss) => {
  const options = { X: 2, H: 3, Y: 2, T: 4, loss };
  const single = backward(network(cell, options), { wrt: [...Object.keys(parametersOf(cell, options)), 'x'] });
  const many = backward(batch(network(cell, options), N), { wrt: [...Object.keys(parametersOf(cell, options)), 'x'] });
  const examples = Array.from({ length: N }, (_each, n) => randomInputs(single, n + 1, 0.7, loss === 'crossEntropy'));
  const parameters = Object.keys(parametersOf(cell, options));
  const given: Record<string, TensorLike> = {};
  for (const { name, shape } of single.inputs) {
    const parts = examples.map((example) => toArray(example[name]!));
    if (parameters.includes(name)) given[name] = parts[0]!;
    else if (name === 'x' || name === 'target')
      given[name] = Array.from({ length: shape[0]! }, (_t, t) => parts.map((part) => (part as TensorLike[])[t]!));
    else given[name] = parts;
  }
  const values = run(many, given);
  const runs = examples.map((example) =>
    run(single, { ...example, ...Object.fromEntries(parameters.map((name) => [name, given[name]!])) }),
  );

  it('computes for each example what a run of its own computes', () => {
    const h = output(many, values, cell.id === 'jordan' ? 'y' : 'h');
    runs.forEach((own, n) => {
      const expected = output(single, own, cell.id === 'jordan' ? 'y' : 'h');
      const got = (toArray(h) as number[][][]).map((step) => step[n]!);
      expect(distance(tensor(got).data, expected.data)).toBe(0);
    });
  });

  it('its loss and gradients are the means over the examples', () => {
    const mean = (key: string) =>
      runs
        .map((own) => output(single, own, key).data)
        .reduce((a, b) => a.map((x, k) => x + b[k]!))
        .map((x) => x / N);
    for (const key of ['L', ...parameters.map((name) => `dL/d${name}`)]) {
      const expected = mean(key);
      expect(distance(output(many, values, key).data, expected), key).toBeLessThanOrEqual(
        1e-13 * Math.max(1, maxAbs(expected)),
      );
    }
  });
});

it('turns products with a parameter into matrix products', () => {
  const text = print(batch(network(rnn, { X: 2, H: 3, Y: 1, T: 2, loss: 'mse' }), 5));
  expect(text).toContain('h[t-1]·W_hhᵀ : [5, 3]');
  expect(text).toContain('a[t] = h[t-1]·W_hhᵀ + x[t]·W_xhᵀ + rows(b_h) : [5, 3]');
});

it('sequences meet outside of scans too, whichever has its examples first', () => {
  const shape = [3, 2];
  const inputs = {
    x: { shape, kind: 'data' },
    other: { shape, kind: 'data' },
    w: { shape, kind: 'parameter' },
  } as const;
  const program = trace(inputs, ({ x, other, w }) => {
    const { y } = scan({}, { x: x! }, (_, now) => ({ y: tanh(now.x!) }));
    return { L: sum(mul(mul(y!, other!), w!)) };
  });
  const [first, second] = [randomInputs(program, 1), randomInputs(program, 2)];
  second.w = first.w!;
  const rows = (name: string) => [toArray(first[name]!), toArray(second[name]!)] as TensorLike[][];
  // A scan reads x, time first; nothing but an element-wise product reads the other, examples first.
  const steps = Array.from({ length: 3 }, (_, t) => rows('x').map((each) => each[t]!));
  const two = batch(program, 2);
  const L = output(two, run(two, { x: steps, other: rows('other'), w: first.w! }), 'L').data[0]!;
  const alone = [first, second].map((given) => output(program, run(program, given), 'L').data[0]!);
  expect(L).toBeCloseTo((alone[0]! + alone[1]!) / 2, 14);
});

it('products of two batched values and losses of vectors go row by row, gradients included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
      const program = trace(
        { K: { shape: [3, 2], kind: 'data' }, q: { shape: [2], kind: 'data' }, p: { shape: [3], kind: 'data' } },
        ({ K, q, p }) => ({
          L: crossEntropy(matvec(K!, q!), p!),
        }),
      );
      const r = random(seed);
      const draw = (name: string, shape: readonly number[], n: number) => ({
        shape,
        data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, k) => r.normal(name, n, k)),
      });
      const rows = [0, 1].map((n) => ({ K: draw('K', [3, 2], n), q: draw('q', [2], n), p: draw('p', [3], n) }));
      const stacked = Object.fromEntries(
        (['K', 'q', 'p'] as const).map((name) => [name, rows.map((row) => toArray(row[name]))]),
      );
      const both = backward(batch(program, 2), { wrt: ['K', 'q'] });
      const one = backward(program, { wrt: ['K', 'q'] });
      const values = run(both, stacked as Record<string, TensorLike>);
      rows.forEach((row, n) => {
        const own = run(one, row);
        for (const key of ['dL/dK', 'dL/dq']) {
          const expected = output(one, own, key).data;
          const size = expected.length;
          const got = output(both, values, key).data.slice(n * size, (n + 1) * size);
          expect(
            distance(
              got.map((x) => 2 * x),
              expected,
            ),
          ).toBeLessThan(1e-13 * Math.max(1, maxAbs(expected)));
        }
      });
    }),
    { numRuns: 20, seed: 3 },
  );
});
