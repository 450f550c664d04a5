import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chrono,
  constant,
  glorotUniform,
  heNormal,
  type Initializer,
  identity,
  normal,
  orthogonal,
  torchDefault,
  uniform,
  zeros,
} from './initializers.ts';
import { random } from './random.ts';

const INITIALIZERS: Record<string, Initializer> = {
  zeros,
  'constant(2)': constant(2),
  'uniform(0.1)': uniform(0.1),
  'normal(0.1)': normal(0.1),
  'torchDefault(16)': torchDefault(16),
  'chrono(50)': chrono(50),
  glorotUniform,
  heNormal,
  'identity()': identity(),
  'orthogonal()': orthogonal(),
};

const size = integer({ min: 1, max: 12 });
const seed = integer({ min: 0, max: 0xffffffff });

const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
const variance = (values: Float64Array) => mean(values.map((v) => v * v)) - mean(values) ** 2;
const largest = (values: Float64Array) => values.reduce((max, v) => Math.max(max, Math.abs(v)), 0);

describe.each(Object.entries(INITIALIZERS))('%s', (_, initialize) => {
  it('gives outputs × inputs finite numbers, the same for the same seed and key', () => {
    assert(
      property(size, size, seed, (outputs, inputs, seed) => {
        const values = initialize([outputs, inputs], random(seed), 'W', 3);
        expect(values).toHaveLength(outputs * inputs);
        expect(values.every(Number.isFinite)).toBe(true);
        expect(initialize([outputs, inputs], random(seed), 'W', 3)).toEqual(values);
      }),
    );
  });

  it('refuses a shape that is not one', () => {
    expect(() => initialize([2, 1.5], random(0))).toThrow('A shape is a list of integers of at least 0; got [2, 1.5].');
    expect(() => initialize([-1, 2], random(0))).toThrow(RangeError);
  });
});

describe.each([
  'uniform(0.1)',
  'normal(0.1)',
  'torchDefault(16)',
  'chrono(50)',
  'glorotUniform',
  'heNormal',
  'orthogonal()',
])('%s', (name) => {
  const initialize = INITIALIZERS[name] as Initializer;

  it('differs between keys and between seeds', () => {
    const W = initialize([4, 4], random(1), 'W_xh');
    expect(initialize([4, 4], random(1), 'W_hh')).not.toEqual(W);
    expect(initialize([4, 4], random(2), 'W_xh')).not.toEqual(W);
  });
});

describe('constants', () => {
  it('zeros, constant(v) fill any shape, also a scalar and an empty one', () => {
    expect(zeros([2], random(0))).toEqual(new Float64Array([0, 0]));
    expect(constant(1.5)([2, 1, 2], random(0))).toEqual(new Float64Array([1.5, 1.5, 1.5, 1.5]));
    expect(constant(7)([], random(0))).toEqual(new Float64Array([7]));
    expect(zeros([0, 3], random(0))).toEqual(new Float64Array([]));
  });

  it('identity(scale) is scale on the diagonal, 0 elsewhere', () => {
    expect(identity(0.5)([2, 3], random(0))).toEqual(new Float64Array([0.5, 0, 0, 0, 0.5, 0]));
    expect(identity()([3, 2], random(0))).toEqual(new Float64Array([1, 0, 0, 1, 0, 0]));
  });
});

describe('bounds and variances of 100 × 60 numbers', () => {
  const shape = [100, 60];
  const n = 6000;

  // A uniform variance's standard error is √0.8/√n of itself, a normal one's √2/√n; five of the larger.
  const tolerance = 5 * Math.sqrt(2 / n);

  it.each([
    ['uniform(0.1)', uniform(0.1), 0.1],
    ['torchDefault(64)', torchDefault(64), 1 / 8],
    ['glorotUniform', glorotUniform, Math.sqrt(6 / 160)],
  ])('%s is uniform between its bounds', (_, initialize, bound) => {
    const values = initialize(shape, random(11), 'W');
    expect(largest(values)).toBeLessThanOrEqual(bound);
    expect(largest(values)).toBeGreaterThan(0.99 * bound);
    expect(Math.abs(mean(values) / bound)).toBeLessThan(5 / Math.sqrt(3 * n));
    expect(Math.abs(variance(values) / (bound ** 2 / 3) - 1)).toBeLessThan(tolerance);
  });

  it.each([
    ['normal(0.02)', normal(0.02), 0.02],
    ['heNormal', heNormal, Math.sqrt(2 / 60)],
  ])('%s has its variance', (_, initialize, std) => {
    const values = initialize(shape, random(12), 'W');
    expect(largest(values)).toBeGreaterThan(3 * std);
    expect(Math.abs(mean(values) / std)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(variance(values) / std ** 2 - 1)).toBeLessThan(tolerance);
  });
});

describe('orthogonal', () => {
  /** The largest |entry| of QᵀQ − gain²·I (tall or square), QQᵀ − gain²·I (wide). */
  function defect(values: Float64Array, outputs: number, inputs: number, gain: number): number {
    const [count, length] = [Math.min(outputs, inputs), Math.max(outputs, inputs)];
    const at = (k: number, i: number) => values[outputs > inputs ? i * inputs + k : k * inputs + i] as number;
    let worst = 0;
    for (let j = 0; j < count; j++) {
      for (let k = 0; k < count; k++) {
        let dot = j === k ? -gain * gain : 0;
        for (let i = 0; i < length; i++) dot += at(j, i) * at(k, i);
        worst = Math.max(worst, Math.abs(dot));
      }
    }
    return worst;
  }

  it('has orthonormal columns when tall, rows when wide, both when square', () => {
    assert(
      property(size, size, seed, (outputs, inputs, seed) => {
        const Q = orthogonal()([outputs, inputs], random(seed), 'W_hh');
        expect(defect(Q, outputs, inputs, 1)).toBeLessThan(1e-14);
      }),
    );
    expect(defect(orthogonal(1.4)([96, 96], random(1)), 96, 96, 1.4)).toBeLessThan(1e-14);
  });

  it('keeps the length of a vector, times the gain', () => {
    const Q = orthogonal(3)([5, 5], random(9));
    const v = [1, -2, 0.5, 4, 1];
    const Qv = v.map((_, row) => v.reduce((sum, value, i) => sum + (Q[5 * row + i] as number) * value, 0));
    expect(Math.hypot(...Qv)).toBeCloseTo(3 * Math.hypot(...v), 12);
  });

  it('prefers no sign and no direction', () => {
    // The trace of a uniformly random orthogonal matrix has mean 0, variance 1; without the sign convention it leans.
    const n = 2000;
    const traces = new Float64Array(n).map((_, k) => {
      const Q = orthogonal()([4, 4], random(77), k);
      return [0, 5, 10, 15].reduce((sum, i) => sum + (Q[i] as number), 0);
    });
    expect(Math.abs(mean(traces))).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(variance(traces) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  });
});

it.each(['glorotUniform', 'heNormal', 'identity()', 'orthogonal()'])('%s refuses a vector', (name) => {
  expect(() => (INITIALIZERS[name] as Initializer)([3], random(0))).toThrow('of shape [outputs, inputs]; got [3].');
});

describe('chrono', () => {
  it('spreads the times after which a gate has forgotten, 1 + e^b, uniformly over 2 … T', () => {
    const times = chrono(100)([6000], random(3), 'b_f').map((b) => 1 + Math.exp(b));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...times)).toBeLessThanOrEqual(100);
    expect(Math.abs(mean(times) - 51)).toBeLessThan((5 * 98) / Math.sqrt(12 * 6000));
    expect(Math.abs(variance(times) / (98 ** 2 / 12) - 1)).toBeLessThan(5 * Math.sqrt(0.8 / 6000));
  });

  it('with sign −1 and the same key is the negative: the input gate opens as the forget gate lets go', () => {
    const b_f = chrono(30)([5], random(3), 'b_f');
    expect(chrono(30, -1)([5], random(3), 'b_f')).toEqual(b_f.map((b) => -b));
  });

  it.each([1, Number.NaN, Number.POSITIVE_INFINITY])('refuses T = %d', (T) => {
    expect(() => chrono(T)).toThrow(`chrono needs a T of at least 2; got ${T}.`);
  });
});

it('He’s standard deviation is √(2/inputs), whatever the outputs', () => {
  expect(heNormal([3, 8], random(1), 'W')).toEqual(normal(0.5)([3, 8], random(1), 'W'));
});
