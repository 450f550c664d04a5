import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  elasticNet,
  l1,
  l2,
  output,
  type Penalty,
  penalties,
  run,
  shrink,
  softThreshold,
  square,
  sub,
  sum,
  trace,
  type Var,
} from './index.ts';
import { valueAndGradients } from './testing.ts';

/** Applies a traced elementwise function with a number. */
function apply(f: (u: Var, theta: Var | number) => Var, u: readonly number[], theta: number): number[] {
  const program = trace({ u: { shape: [u.length], kind: 'data' } }, ({ u }) => ({ w: f(u!, theta) }));
  return Array.from(output(program, run(program, { u }), 'w').data);
}

/** ½‖w − a‖² + a penalty: value, and gradient by w. */
function objective(penalty: Penalty, w: readonly number[], a: readonly number[], lambda: number) {
  const { value, gradients } = valueAndGradients(
    ({ w, a, half, lambda }) => add(sumOfHalf(w!, a!, half!), penalty([w!], lambda!)),
    { w, a, half: 0.5, lambda },
  );
  return { value, slope: Array.from(gradients.w!.data) };
}
const sumOfHalf = (w: Var, a: Var, half: Var) => l2([sub(w, a)], add(half, half));

describe('penalties', () => {
  it('are λ‖w‖₁, ½λ‖w‖², and a mix of both, over all parameters together', () => {
    const given = { W: [[1, -2], [0, 3]], v: [-4] }; // biome-ignore format: a matrix
    const of = (penalty: Penalty) => valueAndGradients(({ W, v }) => penalty([W!, v!], 0.5), given);
    expect(of(l1).value).toBe(5);
    expect(of(l2).value).toBe(7.5);
    expect(of(elasticNet(0.25)).value).toBe(0.25 * 5 + 0.75 * 7.5);
    expect(of(l1).gradients.W!.data).toEqual(Float64Array.of(0.5, -0.5, 0, 0.5));
    expect(of(l2).gradients.W!.data).toEqual(Float64Array.of(0.5, -1, 0, 1.5));
    expect(of(elasticNet(0.25)).gradients.v!.data).toEqual(Float64Array.of(0.25 * -0.5 + 0.75 * -2));
  });

  it('the elastic net is L1 for α = 1, L2 for α = 0', () => {
    const w = [0.3, -2];
    const value = (penalty: Penalty) => valueAndGradients(({ w }) => penalty([w!], 0.7), { w }).value;
    expect(value(elasticNet(1))).toBeCloseTo(value(l1), 15);
    expect(value(elasticNet(0))).toBeCloseTo(value(l2), 15);
  });

  it('take λ as a traced scalar, and refuse to penalise nothing', () => {
    const { gradients } = valueAndGradients(({ w, lambda }) => l2([w!], lambda!), { w: [2, 2], lambda: 0.1 });
    expect(gradients.lambda!.data).toEqual(Float64Array.of(4));
    expect(() => l1([], 1)).toThrow('a penalty needs at least one parameter');
  });

  it('are listed', () => {
    expect(penalties.map(({ id }) => id)).toEqual(['l1', 'l2', 'elastic-net']);
  });
});

const numbers = array(double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 8 });
const threshold = double({ min: 0, max: 5, noNaN: true });

describe('soft threshold', () => {
  it('is exactly 0 where |u| ≤ θ, nowhere else, and moves the rest by θ towards 0', () => {
    assert(
      property(numbers, threshold, (u, theta) => {
        apply(softThreshold, u, theta).forEach((w, k) => {
          expect(w === 0).toBe(Math.abs(u[k]!) <= theta);
          if (w !== 0) {
            expect(Math.sign(w)).toBe(Math.sign(u[k]!));
            expect(Math.abs(w)).toBe(Math.abs(u[k]!) - theta);
          }
        });
      }),
    );
  });

  it('minimises ½(w − a)² + θ|w|: no other w is lower', () => {
    assert(
      property(
        double({ min: -3, max: 3, noNaN: true }),
        threshold,
        double({ min: -3, max: 3, noNaN: true }),
        (a, θ, w) => {
          const best = objective(l1, apply(softThreshold, [a], θ), [a], θ).value;
          expect(best).toBeLessThanOrEqual(objective(l1, [w], [a], θ).value + 1e-12);
        },
      ),
      { numRuns: 50 },
    );
  });
});

it('shrink minimises ½(w − a)² + ½θw²: the gradient is 0 there', () => {
  const a = [5, -1, 0.2];
  for (const slope of objective(l2, apply(shrink, a, 0.3), a, 0.3).slope) expect(slope).toBeCloseTo(0, 14);
});

describe('zeros of (3, 1, .2, −.1) with λ = .3', () => {
  const a = [3, 1, 0.2, -0.1];
  const zeros = (w: readonly number[]) => w.filter((x) => x === 0).length;

  it('L1 with ½(w − a)²: 2; without the ½ the threshold is λ/2: 1', () => {
    expect(zeros(apply(softThreshold, a, 0.3))).toBe(2);
    expect(zeros(apply(softThreshold, a, 0.3 / 2))).toBe(1);
    // (w − a)² + λ|w| at the solution for λ/2: flat, or a kink between a falling and a rising side.
    const w = apply(softThreshold, a, 0.15);
    const { gradients } = valueAndGradients(({ w, a }) => add(sum(square(sub(w!, a!))), l1([w!], 0.3)), { w, a });
    gradients.w!.data.forEach((slope, k) => {
      if (w[k] === 0) expect(Math.abs(slope)).toBeLessThanOrEqual(0.3);
      else expect(slope).toBeCloseTo(0, 14);
    });
  });

  it('L2: none', () => {
    expect(zeros(apply(shrink, a, 0.3))).toBe(0);
  });

  it('L2 pulls each weight towards 0, not the mean: {5, 5, 5} becomes 3.85 each', () => {
    expect(apply(shrink, [5, 5, 5], 0.3)[0]).toBeCloseTo(3.846, 3);
  });
});
