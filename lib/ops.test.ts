import { describe, expect, it } from 'vitest';
import {
  backward,
  differenceOf,
  matmul,
  mul,
  ops,
  output,
  run,
  scalarize,
  sum,
  tensor,
  toArray,
  trace,
  type Var,
} from './index.ts';
import { attributes, operands, positive, skipped, variants } from './ops/cases.ts';
import { register } from './ops/table.ts';
import { elementName } from './scalarize.ts';
import { unravel } from './tensor.ts';
import { maxAbs, randomInputs } from './testing.ts';

describe('the op table', () => {
  it('has a case here for every row', () => {
    expect(Object.keys(ops).sort()).toEqual([...Object.keys(operands), ...Object.keys(skipped)].sort());
  });

  const cases = Object.entries(operands).flatMap(([name, shapes]) => [
    { title: name, name, operands: shapes, attributes: attributes[name] },
    ...(variants[name] ?? []).map((each) => ({ title: `${name} ${JSON.stringify(each.attributes)}`, name, ...each })),
  ]);

  describe.each(cases)('$title', ({ name, ...each }) => {
    const inputs = Object.fromEntries(
      each.operands.map((shape, k) => [`v${k}`, { shape, kind: 'parameter' as const }]),
    );
    // A weighted sum of the result, so that every element of the result counts differently.
    const program = trace(inputs, (values) => {
      const vars = Object.values(values);
      const result = (vars[0] as Var).builder.emit(ops[name]!, vars, each.attributes);
      const loss = result.shape.length ? sum(mul(result, result)) : mul(result, result);
      return { result, L: loss };
    });
    const given = randomInputs(program, 5);
    if (positive.has(name))
      for (const value of Object.values(given))
        value.data.forEach((x, k) => {
          value.data[k] = Math.abs(x) + 0.5;
        });

    it('its derivative equals central differences', () => {
      const both = backward(program);
      const values = run(both, given);
      const scale = Math.abs(output(both, values, 'L').data[0]!);
      for (const wrt of Object.keys(inputs)) {
        const gradient = output(both, values, `dL/d${wrt}`).data;
        gradient.forEach((g, at) => {
          const { value } = differenceOf(program, given, wrt, at);
          expect(Math.abs(g - value)).toBeLessThanOrEqual(1e-8 * Math.max(maxAbs(gradient), scale, 1e-3));
        });
      }
    });

    it('its scalar form has the same bits', () => {
      const values = run(program, given);
      const scalars = scalarize(program);
      const parts = Object.entries(given).flatMap(([key, { shape, data }]) =>
        Array.from(data, (x, at) => [elementName(key, unravel(at, shape)), x] as const),
      );
      const scalarValues = run(scalars, Object.fromEntries(parts));
      const { shape, data } = output(program, values, 'result');
      data.forEach((x, at) => {
        expect(scalarValues.get(elementName(program.outputs.result!, unravel(at, shape)))!.data[0]).toBe(x);
      });
    });
  });

  it('a wrong derivative would be noticed', () => {
    const wrong = register({ ...ops.tanh!, name: 'wrongTanh', partials: [(_, y) => mul(y, y)] });
    const program = trace({ v: { shape: [2], kind: 'parameter' } }, ({ v }) => ({
      L: sum(v!.builder.emit(wrong, [v!])),
    }));
    const both = backward(program);
    const gradient = output(both, run(both, { v: [0.3, -1] }), 'dL/dv').data[0]!;
    const truth = differenceOf(program, { v: [0.3, -1] }, 'v', 0).value;
    delete (ops as Record<string, unknown>).wrongTanh;
    expect(Math.abs(gradient - truth)).toBeGreaterThan(0.1);
  });
});

describe('a product of matrices', () => {
  const A = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  const B = [
    [1, -1],
    [0, 2],
    [3, 0.5],
  ];
  const turned = (rows: number[][]) => rows[0]!.map((_, j) => rows.map((row) => row[j]!));

  it.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ] as const)('transposed: %s, %s', (ta, tb) => {
    const [a, b] = [tensor(ta ? turned(A) : A), tensor(tb ? turned(B) : B)];
    const inputs = { a: { shape: a.shape, kind: 'data' }, b: { shape: b.shape, kind: 'data' } } as const;
    const program = trace(inputs, ({ a, b }) => ({ y: matmul(a!, b!, [ta, tb]) }));
    expect(toArray(output(program, run(program, { a, b }), 'y'))).toEqual([
      [10, 4.5],
      [22, 9],
    ]);
  });

  it('refuses inner extents that differ once the flags are applied', () => {
    const inputs = { a: { shape: [2, 3], kind: 'data' }, b: { shape: [3, 4], kind: 'data' } } as const;
    expect(() => trace(inputs, ({ a, b }) => ({ y: matmul(a!, b!, [true, false]) }))).toThrow(
      'expected equal inner extents, not 2 and 3',
    );
  });
});

describe('NaN and infinity', () => {
  it.each(['relu', 'step', 'tanh', 'sigmoid', 'softplus', 'exp', 'max'])('%s hands NaN on', (name) => {
    expect(ops[name]!.value([{ shape: [1], data: Float64Array.of(Number.NaN) }], [1], {})[0]).toBeNaN();
  });
});

it('sums and softmaxes hold more numbers than a call can have arguments', () => {
  const many = { shape: [300_000], data: new Float64Array(300_000).fill(1) };
  expect(ops.sum!.value([many], [], {})[0]).toBe(300_000);
  expect(ops.mean!.value([many], [], {})[0]).toBe(1);
  expect(ops.softmax!.value([many], [300_000], {})[0]).toBeCloseTo(1 / 300_000, 15);
  expect(ops.logsumexp!.value([many], [], {})[0]).toBeCloseTo(1 + Math.log(300_000), 12);
});
