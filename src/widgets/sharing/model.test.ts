import { initializers, random } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import {
  AXIS,
  act,
  apply,
  costOf,
  fromUrl,
  histogram,
  lengthsOf,
  log10,
  normOf,
  pictureOf,
  SEEDS,
  START,
  spreadsOf,
  stripOf,
  toUrl,
} from './model.ts';

const all = Array.from({ length: SEEDS }, (_, seed) => lengthsOf(seed));
const deviations = (T: number) => Object.fromEntries(spreadsOf(all, T).map(({ kind, deviation }) => [kind, deviation]));

describe('cost', () => {
  it('sharing divides the numbers to learn by T and leaves the work as it is', () => {
    expect(costOf({ isShared: true, T: 60 })).toEqual({ learned: 1088, multiplications: 63360, lengths: 'any' });
    expect(costOf({ isShared: false, T: 60 })).toEqual({ learned: 65280, multiplications: 63360, lengths: 60 });
  });
});

describe('products', () => {
  // NumPy, 3,000 seeds, n = 32, 60 products: 1.8 for powers of one Gaussian matrix, 0.43 for products of different ones.
  it('of one matrix spread more than four times as far as those of different ones, after 60 steps', () => {
    const { tied, untied } = deviations(60);
    expect(tied).toBeCloseTo(1.75, 2);
    expect(untied).toBeCloseTo(0.42, 2);
  });

  it('of one rotation keep every length', () => {
    expect(Math.max(...spreadsOf(all, 100)[2]!.values.map(Math.abs))).toBeLessThan(1e-10);
  });

  it('spread further the more there are', () => {
    for (const kind of ['tied', 'untied'] as const)
      expect([3, 10, 30, 100].map((T) => deviations(T)[kind]!)).toEqual(
        [3, 10, 30, 100].map((T) => deviations(T)[kind]!).toSorted((a, b) => a - b),
      );
  });

  it('of fresh matrices drawn entry by entry spread like the shortcut', () => {
    const [n, T, seeds] = [32, 20, 60];
    const logs = Array.from({ length: seeds }, (_, seed) => {
      let v: Float64Array = new Float64Array(n).fill(1 / Math.sqrt(n));
      for (let t = 0; t < T; t++) v = apply(initializers.normal(1 / Math.sqrt(n))([n, n], random(seed), t), v);
      return log10(normOf(v));
    });
    const mean = logs.reduce((a, b) => a + b) / seeds;
    const deviation = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (seeds - 1));
    const shortcut = spreadsOf(all, T)[1]!;
    expect(Math.abs(deviation - shortcut.deviation)).toBeLessThan(0.06);
    expect(Math.abs(mean - shortcut.mean)).toBeLessThan(0.1);
  });
});

describe('the picture', () => {
  it('counts every seed once', () => {
    for (const { counts } of pictureOf(all, 100).rows) expect(counts.reduce((a, b) => a + b)).toBe(SEEDS);
  });

  it('puts 1 in the middle and what is beyond the axis at its ends', () => {
    const counts = histogram([0, -1e-12, 1e-12, 99, -99]);
    expect([counts[0], counts[AXIS.reach / AXIS.step], counts.at(-1)]).toEqual([1, 3, 1]);
  });

  it('leaves out the middle of many steps', () => {
    expect([stripOf(1), stripOf(5), stripOf(60)]).toEqual([[1], [1, 2, 3, 4, 5], [1, 2, 3, 'more', 60]]);
  });
});

describe('state', () => {
  it('goes into an address and back', () => {
    for (const state of Object.values(examples)) expect(fromUrl(toUrl(state))).toEqual(state);
  });

  it.each(['', '1~T.3', '1~w.shared~T.0', '1~w.both~T.3', '1~w.own~T.101', '1~w.own~T.3~x.1', '9~w.own~T.3'])(
    'is not read from %j',
    (text) => {
      expect(fromUrl(text)).toBeUndefined();
    },
  );

  it('does not take a number of steps that is out of bounds', () => {
    expect(act(START, { type: 'set', change: { T: 101 } })).toBe(START);
  });
});
