import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bernoulliNll,
  binaryCrossEntropy,
  categoricalNll,
  crossEntropy,
  differenceOf,
  gaussianNll,
  huber,
  type Loss,
  laplaceNll,
  logisticMse,
  losses,
  lossList,
  mae,
  mse,
  trace,
} from './index.ts';
import { lossAt as at, maxAbs } from './testing.ts';

const all: Record<string, Loss> = {
  ...losses,
  'huber(0.3)': huber(0.3),
  'gaussianNll(0.7)': gaussianNll(0.7),
  'laplaceNll(0.7)': laplaceNll(0.7),
  categoricalNll,
  bernoulliNll,
};
const y = [0.3, -1.2, 2.5, 0.9];
const real = [0.1, 0.4, 2.4, -2.5];
const oneHot = [0, 0, 1, 0];
const bits = [1, 0, 1, 0];
const targets: Readonly<Record<string, readonly number[]>> = {
  ...{ crossEntropy: oneHot, categoricalNll: oneHot },
  ...{ binaryCrossEntropy: bits, logisticMse: bits, bernoulliNll: bits },
};

describe.each(Object.entries(all))('%s', (name, loss) => {
  const target = targets[name] ?? real;

  it('has the gradient of central differences', () => {
    const shape = [y.length];
    const program = trace({ y: { shape, kind: 'parameter' }, target: { shape, kind: 'data' } }, ({ y, target }) => ({
      L: loss(y!, target!),
    }));
    const { dy } = at(loss, y, target);
    dy.forEach((g, k) => {
      const { value } = differenceOf(program, { y, target }, 'y', k);
      expect(Math.abs(g - value)).toBeLessThanOrEqual(1e-8 * Math.max(maxAbs(dy), 1));
    });
  });

  it('is a scalar, smaller for a better output', () => {
    const better = y.map((value, k) => value - 0.05 * at(loss, y, target).dy[k]!);
    expect(at(loss, better, target).L).toBeLessThan(at(loss, y, target).L);
  });
});

it('the list has every loss once, with the function of its name', () => {
  expect(lossList.map(({ id }) => id)).toEqual(Object.keys(losses));
  for (const { id, loss } of lossList) expect(loss).toBe(losses[id]);
});

describe('for {1, 2, 3, 4, 100}', () => {
  const numbers = [1, 2, 3, 4, 100];
  const slope = (loss: Loss, constant: number) =>
    at(
      loss,
      numbers.map(() => constant),
      numbers,
    ).dy.reduce((sum, g) => sum + g, 0);

  it('the mean, 22, has the least squared error', () => {
    expect(slope(mse, 22)).toBeCloseTo(0, 12);
    expect(slope(mse, 21)).toBeLessThan(0);
  });

  it('the median, 3, has the least absolute error', () => {
    expect(slope(mae, 2.9)).toBeLessThan(0);
    expect(slope(mae, 3)).toBe(0);
    expect(slope(mae, 3.1)).toBeGreaterThan(0);
  });

  it("Huber's optimum stays at 3 too: an error of 97 pulls like one of 1", () => {
    expect(slope(huber(), 2.9)).toBeLessThan(0);
    expect(slope(huber(), 3)).toBe(0);
    expect(slope(huber(), 3.1)).toBeGreaterThan(0);
  });
});

describe('huber', () => {
  it('is half the squared error up to δ, and δ(|e| − ½δ) beyond', () => {
    const inside = [0.2, -0.5];
    expect(at(huber(0.5), inside, [0, 0]).L).toBeCloseTo(at(mse, inside, [0, 0]).L / 2, 14);
    expect(at(huber(0.5), [3], [0])).toEqual({ L: 0.5 * (3 - 0.25), dy: [0.5] });
    expect(at(huber(0.5), [-3], [0])).toEqual({ L: 0.5 * (3 - 0.25), dy: [-0.5] });
  });

  it('does not square an error of 1e200', () => {
    expect(at(huber(), [1e200], [0])).toEqual({ L: 1e200, dy: [1] });
  });
});

describe('cross-entropy', () => {
  it('of a uniform guess among 10,000 classes is log 10,000', () => {
    const Y = 10_000;
    const target = Array.from({ length: Y }, (_, k) => (k === 42 ? 1 : 0));
    expect(at(crossEntropy, new Array<number>(Y).fill(0.3), target).L).toBeCloseTo(9.2103, 4);
  });

  it('binary is that of the two logits (y, 0)', () => {
    for (const logit of [-30, -1, 0, 0.5, 40]) {
      for (const target of [0, 0.2, 1]) {
        const [two, one] = [
          at(crossEntropy, [logit, 0], [target, 1 - target]),
          at(binaryCrossEntropy, [logit], [target]),
        ];
        expect(one.L).toBeCloseTo(two.L, 13);
        expect(one.dy[0]).toBeCloseTo(two.dy[0]!, 14);
      }
    }
  });

  it('has a gradient of size 2 at most, however wrong the logits', () => {
    const logits = array(double({ min: -1000, max: 1000, noNaN: true }), { minLength: 2, maxLength: 6 });
    assert(
      property(logits, (z) => {
        const { L, dy } = at(
          crossEntropy,
          z,
          z.map((_, k) => (k === 0 ? 1 : 0)),
        );
        expect(L).toBeGreaterThanOrEqual(0);
        expect(dy.reduce((sum, g) => sum + Math.abs(g), 0)).toBeLessThanOrEqual(2 + 1e-12);
      }),
      { numRuns: 50 },
    );
  });
});

it('squared error of a logistic output saturates where it is surely wrong; cross-entropy pulls hardest there', () => {
  expect(at(logisticMse, [-20], [1]).dy[0]).toBeCloseTo(-2 * Math.exp(-20), 12);
  expect(at(logisticMse, [-800], [1]).dy[0]).toBe(-0);
  expect(at(binaryCrossEntropy, [-20], [1]).dy[0]).toBeCloseTo(-1, 8);
  // Largest at σ(y) = 1/3, where 2(1 − σ)·σ(1 − σ) = 8/27: never more than a third of what cross-entropy gives.
  expect(at(logisticMse, [-Math.log(2)], [1]).dy[0]).toBeCloseTo(-8 / 27, 14);
});
