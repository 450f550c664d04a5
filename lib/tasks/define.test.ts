import { describe, expect, it } from 'vitest';
import { choose, defineTask, drawFor } from './define.ts';

describe('choose', () => {
  it('takes each index with its share of the sum', () => {
    const counts = [0, 0, 0];
    for (let k = 0; k < 1000; k++) counts[choose([1, 3, 4], k / 1000)]! += 1;
    expect(counts).toEqual([125, 375, 500]);
  });

  it('never takes one of weight 0', () => {
    expect(choose([0, 1, 0], 0)).toBe(1);
    expect(choose([0, 1, 0], 1 - 2 ** -53)).toBe(1);
  });
});

describe('drawFor', () => {
  it('gives each example of each task numbers of its own', () => {
    const numbers = [drawFor('a', 1, 0), drawFor('a', 1, 1), drawFor('b', 1, 0), drawFor('a', 2, 0)];
    expect(new Set(numbers.map((draw) => draw.uniform('x'))).size).toBe(4);
    expect(new Set(numbers.map((draw) => draw.stream('x').next())).size).toBe(4);
  });
});

describe('defineTask', () => {
  const task = defineTask({
    id: 'doubles',
    name: 'Doubles',
    description: 'Say twice the input at odd steps.',
    loss: 'mse',
    options: { T: { default: 3, min: 1, max: 9 }, size: { default: 1, min: 0, max: 2, real: true } },
    bounds: ({ size }) => ({
      floor: { id: 'floor', loss: 0, rule: 'twice' },
      baseline: { id: 'clock', loss: 4 * size * size, rule: '0' },
    }),
    make: ({ T, size }) => ({
      inputs: Array.from({ length: T }, () => [size]),
      targets: Array.from({ length: T }, () => [2 * size]),
      counted: (t) => t % 2 === 0,
      columns: { inputs: ['x'], outputs: ['2x'] },
    }),
  });

  it('fills in defaults, clears what does not count, adds the bounds', () => {
    const example = task.generate(0);
    expect(example.inputs.data).toEqual(new Float64Array([1, 1, 1]));
    expect(example.targets.data).toEqual(new Float64Array([2, 0, 2]));
    expect(example.ideal).toEqual(example.targets);
    expect(example.mask.data).toEqual(new Float64Array([1, 0, 1]));
    expect(example).toMatchObject({ id: 'doubles', name: 'Doubles', loss: 'mse', baseline: { loss: 4 } });
    expect(task.bounds({ size: 0.5 }).baseline.loss).toBe(1);
  });

  it('says which option is wrong and what it may be', () => {
    expect(() => task.generate(0, { T: 2.5 })).toThrow('doubles: T is an integer from 1 to 9; got 2.5.');
    expect(() => task.bounds({ size: 3 })).toThrow('doubles: size is a number from 0 to 2; got 3.');
    expect(() => task.bounds({ t: 3 } as object)).toThrow('doubles has no option t; it has T, size.');
  });
});
