import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { KNOWN, knownBy, type Name, textOf } from './known.ts';
import { frameOf, type ScalarFrame } from './model.ts';
import { softmaxOf } from './softmax.ts';
import type { ActivationsState } from './state.ts';
import type { Zone } from './study.ts';

const shown = (change: Partial<ActivationsState>) => frameOf({ ...examples.logistic, ...change }) as ScalarFrame;
const at = (name: Name, x: number) => shown({ f: textOf(name), x }).curves[0]!.probe;

describe('known values', () => {
  it('the largest slope of σ is a quarter, at 0', () => {
    const { places, curves } = shown({}).curves[0]!;
    const steepest = Math.max(...curves[1]);
    expect(steepest).toBe(0.25);
    expect(places[curves[1].indexOf(steepest)]).toBe(0);
  });

  it('tanh′ = σ′ at 1.663', () => {
    const { slopes, values, same } = (frameOf(examples['tanh-against-logistic']) as ScalarFrame).comparison!;
    expect(slopes.map((x) => Number(x.toFixed(3)))).toEqual([-1.663, 1.663]);
    expect(values.map((x) => Number(x.toFixed(4)))).toEqual([0.8814]);
    expect(same).toBeUndefined();
  });

  it.each<[Name, number, number, number, number]>([
    ['ReLU', -1, 0, 0, 0],
    ['ReLU', 2, 2, 1, 0],
    ['leaky ReLU', -1, -0.01, 0.01, 0],
    ['ELU', -1, Math.exp(-1) - 1, Math.exp(-1), Math.exp(-1)],
    ['ELU', 0, 0, 1, 0],
    ['softplus', 0, Math.LN2, 0.5, 0.25],
    ['softsign', 1, 0.5, 0.25, -0.25],
    ['SiLU', 0, 0, 0.5, 0.5],
    ['GELU', 1, 0.8413447460685429, 1.0833154705876864, 0.24197072451914337],
    ['hard sigmoid', 1, 2 / 3, 1 / 6, 0],
    ['hard tanh', 0.5, 0.5, 1, 0],
    ['step', 1, 1, 0, 0],
  ])('%s at %d', (name, x, value, slope, bend) => {
    for (const [order, each] of [value, slope, bend].entries()) expect(at(name, x).values[order]).toBeCloseTo(each, 12);
  });

  it.each(KNOWN.map(({ label }) => label))('the slope of %s is that of central differences', (name) => {
    for (const x of [-3.7, -0.3, 0.4, 2.2]) {
      const { values, check } = at(name, x);
      expect(Math.abs(values[1] - check!)).toBeLessThan(1e-9);
    }
  });
});

describe('where a function is not smooth', () => {
  it.each<[Name, readonly (readonly number[])[]]>([
    ['step', [[0, 0, 0, 1, 0]]],
    ['ReLU', [[0, 1, 0, 1, 0]]],
    ['leaky ReLU', [[0, 1, 0.01, 1, 0.01]]],
    ['ELU', [[0, 2, 1, 0, 0]]],
    ['softsign', [[0, 2, 2, -2, 0]]],
    [
      'hard sigmoid',
      [
        [-3, 1, 0, 0.1666667, 0],
        [3, 1, 0.1666667, 0, 0],
      ],
    ],
    [
      'hard tanh',
      [
        [-1, 1, 0, 1, 0],
        [1, 1, 1, 0, 0],
      ],
    ],
    ...(['logistic σ', 'tanh', 'softplus', 'SiLU', 'GELU'] as const).map((name): [Name, []] => [name, []]),
  ])('%s: place, order, left, right, engine', (name, corners) => {
    const found = shown({ f: textOf(name) }).curves[0]!.corners;
    expect(found.map(({ at: x, order, left, right, engine }) => [x, order, left, right, engine])).toEqual(corners);
  });

  it('a pole has no sides', () => {
    expect(shown({ f: '1/x' }).curves[0]!.corners.map(({ at: x, order }) => [x, order])).toEqual([[0, undefined]]);
  });

  it('|x|·x has a bend that jumps, and |x|·x·x·x nothing', () => {
    expect(shown({ f: '|x|·x' }).curves[0]!.corners.map(({ order }) => order)).toEqual([2]);
    expect(shown({ f: '|x|·x^3' }).curves[0]!.corners).toEqual([]);
  });

  it('on a corner there is nothing to check by differences', () => {
    const { corner, check } = at('ReLU', 0);
    expect([corner?.left, corner?.right, check]).toEqual([0, 1, undefined]);
  });
});

describe('flat parts', () => {
  const zones = (name: Name, threshold: number) => shown({ f: textOf(name), threshold }).curves[0]!.zones;
  it('of σ are both tails, from where its slope is the threshold', () => {
    const edge = -Math.log(0.5 - Math.sqrt(0.25 - 0.05)) + Math.log(0.5 + Math.sqrt(0.25 - 0.05));
    const [left, right] = zones('logistic σ', 0.05) as unknown as [Zone, Zone];
    expect(left).toEqual({ from: -6, to: -right.from, isTail: true });
    expect(right.from).toBeCloseTo(edge, 8);
  });
  it('of ReLU are its left half, of step everything', () => {
    expect(zones('ReLU', 0.05)).toEqual([{ from: -6, to: 0, isTail: true }]);
    expect(zones('step', 0.05)).toEqual([{ from: -6, to: 6, isTail: true }]);
  });
  it('in passing are no tails: GELU around its lowest place', () => {
    expect(zones('GELU', 0.05).map(({ isTail }) => isTail)).toEqual([true, false]);
  });
});

describe('identities', () => {
  it.each(KNOWN.map(({ label }) => label))('about %s hold everywhere in the picture', (name) => {
    for (const { worst, left, right } of shown({ f: textOf(name), x: 1.3 }).identities) {
      expect(worst).toBeLessThan(1e-14);
      expect(left).toBeCloseTo(right, 13);
    }
  });
  it('of tanh and σ say that they are one function', () => {
    const { comparison } = frameOf(examples['tanh-from-logistic']) as ScalarFrame;
    expect(comparison!.same).toBeLessThan(1e-15);
    expect(comparison!.slopes).toEqual([]);
  });
});

describe('many in a row', () => {
  it('the gradient is the product of the factors, and the derivative of the whole', () => {
    for (const { label, text } of KNOWN) {
      const { chain } = shown({ f: text, x: 0.7, weight: 1.3, layers: 12 }).curves[0]!;
      let product = 1;
      for (const { factor, gradient } of chain) {
        product *= factor;
        expect(Math.abs(gradient - product), label).toBeLessThanOrEqual(1e-12 * Math.abs(product));
      }
    }
  });
  it('fifty ReLUs with the factor 1.5 multiply by 1.5⁵⁰, and the dead half gives 0', () => {
    const { chain } = shown({ f: 'ReLU(x)', weight: 1.5, layers: 50 }).curves[0]!;
    expect(chain).toHaveLength(50);
    expect(chain.at(-1)!.gradient / 1.5 ** 50).toBeCloseTo(1, 10);
    expect((frameOf(examples.dead) as ScalarFrame).curves[0]!.chain[0]!.gradient).toBe(0);
  });
  it('says when an input stands on a corner', () => {
    const { chain } = shown({ f: 'ReLU(x)', x: -1, layers: 3 }).curves[0]!;
    expect(chain.map(({ isOnCorner }) => isOnCorner)).toEqual([false, true, true]);
  });
  it('of a constant is 0', () => {
    expect(shown({ f: '3', layers: 2 }).curves[0]!.chain.map(({ value, gradient }) => [value, gradient])).toEqual([
      [3, 0],
      [3, 0],
    ]);
  });
});

describe('softmax', () => {
  it('of 0 and ln 3 is a quarter and three quarters, with the Jacobian p_i(δ_ij − p_j)', () => {
    const { probabilities, jacobian, pair } = softmaxOf([0, Math.log(3)]);
    expect(probabilities[1]).toBeCloseTo(0.75, 14);
    const [p, q] = probabilities as [number, number];
    const expected = [p * (1 - p), -p * q, -q * p, q * (1 - q)];
    for (const [k, value] of jacobian.flat().entries()) expect(value).toBeCloseTo(expected[k]!, 14);
    expect(pair[0]).toBeCloseTo(pair[1], 14);
  });
});

it('an offered function is known however it is typed', () => {
  expect(knownBy('x*sigmoid(x)')?.label).toBe('SiLU');
  expect(knownBy('2x')).toBeUndefined();
});
