import { expect, it } from 'vitest';
import { batch, batchNorm, batchNormOverTime, layerNorm, output, run, toArray, trace } from '../index.ts';

const parameters = { gamma: { shape: [2], kind: 'parameter' }, beta: { shape: [2], kind: 'parameter' } } as const;
const identity = { gamma: [1, 1], beta: [0, 0] };
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((x) => (x - mean(values)) ** 2));

it('of a layer gives each example mean 0 and variance 1, but for ε', () => {
  const program = trace({ ...parameters, x: { shape: [2], kind: 'data' } }, ({ x, ...p }) => ({
    y: layerNorm.apply(p, x!),
  }));
  const y = toArray(output(program, run(program, { ...identity, x: [1, 4] }), 'y')) as number[];
  expect(mean(y)).toBeCloseTo(0, 15);
  expect(variance(y)).toBeCloseTo(2.25 / (2.25 + 1e-5), 14);
});

it('of a batch gives each unit mean 0 and variance 1 over the examples; an example alone becomes β', () => {
  const single = trace({ ...parameters, x: { shape: [2], kind: 'data' } }, ({ x, ...p }) => ({
    y: batchNorm.apply(p, x!),
  }));
  expect(toArray(output(single, run(single, { ...identity, beta: [3, 4], x: [1, 4] }), 'y'))).toEqual([3, 4]);
  const many = batch(single, 3);
  const x = [
    [1, 2],
    [3, 2],
    [8, 2],
  ];
  const y = toArray(output(many, run(many, { ...identity, x }), 'y')) as number[][];
  const first = y.map((row) => row[0]!);
  expect(mean(first)).toBeCloseTo(0, 15);
  expect(variance(first)).toBeCloseTo(1, 5);
  expect(y.map((row) => row[1])).toEqual([0, 0, 0]);
});

it('over time gives each unit mean 0 and variance 1 over steps and examples together', () => {
  const single = trace({ ...parameters, x: { shape: [3, 2], kind: 'data' } }, ({ x, ...p }) => ({
    y: batchNormOverTime(p, x!),
  }));
  const many = batch(single, 2);
  // [steps, examples, units]
  const x = [
    [
      [1, 0],
      [2, 0],
    ],
    [
      [5, 0],
      [7, 0],
    ],
    [
      [-3, 0],
      [9, 6],
    ],
  ];
  const y = toArray(output(many, run(many, { ...identity, x }), 'y')) as number[][][];
  const unit = (k: number) => y.flat().map((row) => row[k]!);
  for (const k of [0, 1]) {
    expect(mean(unit(k))).toBeCloseTo(0, 15);
    expect(variance(unit(k))).toBeCloseTo(1, 5);
  }
  // At one step alone it is neither.
  expect(mean(y[0]!.map((row) => row[0]!))).toBeLessThan(-0.1);
});
