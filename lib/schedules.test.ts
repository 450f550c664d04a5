import { assert, constantFrom, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schedules } from './index.ts';

const { constant, stepwise, exponential, cosine, warmUp } = schedules;
const all: Readonly<Record<string, (eta: number) => schedules.Schedule>> = {
  constant,
  stepwise: (eta) => stepwise(eta, 4, 0.5),
  exponential: (eta) => exponential(eta, 0.9),
  cosine: (eta) => cosine(eta, 20, eta / 10),
  'cosine to 0': (eta) => cosine(eta, 20),
};
const etas = double({ min: 1e-6, max: 10, noNaN: true });
const step = integer({ min: 0, max: 200 });

describe.each(Object.entries(all))('%s', (_, schedule) => {
  it('starts at η, stays between 0 and η, and never rises', () => {
    assert(
      property(etas, step, (eta, k) => {
        const rate = schedule(eta);
        expect(rate(0)).toBe(eta);
        expect(rate(k)).toBeGreaterThanOrEqual(0);
        expect(rate(k)).toBeLessThanOrEqual(eta);
        expect(rate(k + 1)).toBeLessThanOrEqual(rate(k) * (1 + 1e-15));
      }),
    );
  });
});

it('stepwise falls after every `every` updates', () => {
  expect([0, 1, 2, 3, 4].map(stepwise(1, 2, 0.5))).toEqual([1, 1, 0.5, 0.5, 0.25]);
});

it('cosine is halfway between at half time, ends at its floor, and stays there', () => {
  expect(cosine(1, 10, 0.2)(5)).toBeCloseTo(0.6, 15);
  expect([10, 11, 1000].map(cosine(1, 10, 0.2))).toEqual([0.2, 0.2, 0.2]);
});

it('warm-up rises in equal steps to the first rate of the schedule that follows, which then starts', () => {
  assert(
    property(constantFrom(...Object.values(all)), integer({ min: 1, max: 50 }), step, (make, steps, k) => {
      const then = make(0.3);
      const rate = warmUp(steps, then);
      expect(rate(0)).toBeCloseTo(0.3 / steps, 15);
      expect(rate(steps - 1)).toBeCloseTo(0.3, 15);
      expect(rate(steps + k)).toBe(then(k));
      if (k < steps - 1) expect(rate(k + 1) - rate(k)).toBeCloseTo(0.3 / steps, 15);
    }),
  );
  expect(warmUp(0, constant(0.3))(0)).toBe(0.3);
});
