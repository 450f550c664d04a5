import { array, assert, constantFrom, integer, oneof, property, string, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fnv1a, type KeyPart, philox, random } from './random.ts';

const seed = integer({ min: 0, max: 0xffffffff });
const keyPart = oneof(integer({ min: 0, max: 0xffffffff }), string());
const key = array(keyPart, { maxLength: 12 });

const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, '0')).join(' ');

describe('philox', () => {
  // Random123's tests/kat_vectors, lines "philox4x32 10":
  // https://github.com/DEShawResearch/random123/blob/main/tests/kat_vectors
  it('gives the known answers', () => {
    expect(hex(philox([0, 0, 0, 0], [0, 0]))).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
    const ones = 0xffffffff;
    expect(hex(philox([ones, ones, ones, ones], [ones, ones]))).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
    expect(hex(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]))).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    );
  });
});

describe('fnv1a', () => {
  // http://www.isthe.com/chongo/tech/comp/fnv/ (test vectors of draft-eastlake-fnv)
  it('gives the known answers', () => {
    expect(hex([fnv1a(''), fnv1a('a'), fnv1a('foobar')])).toBe('811c9dc5 e40c292c bf9cf968');
  });
});

describe('a number', () => {
  it('keeps its value from one release to the next', () => {
    const r = random(1997);
    const stream = r.stream('s');
    expect([
      r.uniform(),
      r.uniform('W_hh', 3),
      r.uniform(1, 2, 3, 4, 5, 'six'),
      r.normal('x', 0),
      r.integer(6, 'die'),
      r.permutation(8, 'epoch', 0),
      stream.next(),
      stream.next(),
    ]).toMatchInlineSnapshot(`
      [
        0.6902011125466104,
        0.37626599646196257,
        0.9280783226056035,
        -0.07106199350192201,
        1,
        [
          2,
          0,
          4,
          7,
          6,
          5,
          3,
          1,
        ],
        0.41542848417252365,
        0.15044790827908738,
      ]
    `);
  });

  it('depends on the seed and the key, not on what was asked before', () => {
    assert(
      property(seed, uniqueArray(key, { selector: (k) => JSON.stringify(k), maxLength: 6 }), (seed, keys) => {
        const forwards = random(seed);
        const values = keys.map((k) => [forwards.uniform(...k), forwards.normal(...k), forwards.integer(1000, ...k)]);
        const backwards = random(seed);
        const again = keys.toReversed().map((k) => {
          const n = backwards.integer(1000, ...k);
          const z = backwards.normal(...k);
          return [backwards.uniform(...k), z, n];
        });
        expect(again.toReversed()).toEqual(values);
      }),
    );
  });

  it('differs between keys, between seeds and between purposes', () => {
    const r = random(7);
    const keys: KeyPart[][] = [
      [],
      [0],
      [0, 0],
      [1],
      ['1'],
      [49],
      [0, 1],
      [1, 0],
      ['', 0],
      ['a', 'b'],
      ['ab'],
      ['b', 'a'],
    ];
    keys.push([0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 1], [1, 0, 0, 0, 0], [0, 0, 0, 0, 'x', 0, 0, 0, 0]);
    const values = keys.flatMap((k) => [
      r.uniform(...k),
      random(8).uniform(...k),
      r.integer(2 ** 32, ...k) / 2 ** 32,
      r.stream(...k).next(),
    ]);
    expect(new Set(values).size).toBe(values.length);
  });

  it('has no two equal values among 100,000 keys', () => {
    const r = random(0);
    const values = new Set<number>();
    for (let i = 0; i < 100; i++)
      for (let j = 0; j < 100; j++) for (let k = 0; k < 10; k++) values.add(r.uniform(i, j, k));
    expect(values.size).toBe(100_000); // of 2^53 possible values
  });
});

describe('uniform', () => {
  it('is in [0, 1), with 53 bits', () => {
    assert(
      property(seed, key, (seed, key) => {
        const u = random(seed).uniform(...key);
        expect(u).toBeGreaterThanOrEqual(0);
        expect(u).toBeLessThan(1);
        expect(Number.isInteger(u * 2 ** 53)).toBe(true);
      }),
    );
  });

  // Sum over 100 bins of (observed − expected)²/expected: mean 99, standard deviation 14; 99 ± 5·14.
  it.each([
    ['the last index', (i: number) => [i]],
    ['the first of five indices', (i: number) => [i, 0, 0, 0, 0]],
    ['a string', (i: number) => [`example ${i}`]],
    ['two indices at once', (i: number) => ['grid', i % 300, Math.floor(i / 300)]],
  ])('fills 100 bins evenly when the key runs over %s', (_, keyOf) => {
    const r = random(42);
    const [counts, pairs] = [new Float64Array(100), new Float64Array(100)];
    const draws = 30_000;
    let previous = 0;
    for (let i = 0; i < draws; i++) {
      const u = r.uniform(...keyOf(i));
      counts[Math.floor(100 * u)]! += 1;
      pairs[10 * Math.floor(10 * previous) + Math.floor(10 * u)]! += 1;
      previous = u;
    }
    for (const observed of [counts, pairs]) {
      const chiSquare = observed.reduce((sum, n) => sum + (n - draws / 100) ** 2 / (draws / 100), 0);
      expect(chiSquare).toBeGreaterThan(29);
      expect(chiSquare).toBeLessThan(169);
    }
  });
});

describe('normal', () => {
  it('has the moments of the standard normal distribution', () => {
    const r = random(3);
    const n = 40_000;
    const sums = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const z = r.normal('z', i);
      for (let p = 0; p < 4; p++) sums[p]! += z ** (p + 1) / n;
    }
    // E z, E z², E z³, E z⁴ = 0, 1, 0, 3; standard errors 1/√n = 0.005, √2/√n, √15/√n, √96/√n; five of them.
    const [mean, square, cube, fourth] = sums as [number, number, number, number];
    expect(Math.abs(mean)).toBeLessThan(0.025);
    expect(Math.abs(square - 1)).toBeLessThan(0.036);
    expect(Math.abs(cube)).toBeLessThan(0.1);
    expect(Math.abs(fourth - 3)).toBeLessThan(0.25);
  });

  it('is finite', () => {
    assert(property(seed, key, (seed, key) => Math.abs(random(seed).normal(...key)) < 8.6));
  });
});

describe('integer', () => {
  it('is in {0, …, n − 1}', () => {
    assert(
      property(seed, integer({ min: 1, max: 2 ** 31 - 1 }), key, (seed, n, key) => {
        const i = random(seed).integer(n, ...key);
        expect(Number.isInteger(i) && i >= 0 && i < n).toBe(true);
      }),
    );
  });

  it('throws all faces of a die equally often', () => {
    const counts = [0, 0, 0, 0, 0, 0];
    const r = random(6);
    for (let i = 0; i < 6000; i++) counts[r.integer(6, i)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(5 * 29); // √(6000·1/6·5/6) = 29
  });

  it.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('refuses n = %d', (n) => {
    expect(() => random(0).integer(n)).toThrow(`needs an integer n from 1 to 4294967296; got ${n}.`);
  });
});

describe('permutation', () => {
  it('holds each of 0 … n − 1 once', () => {
    assert(
      property(seed, integer({ min: 0, max: 60 }), key, (seed, n, key) => {
        const order = random(seed).permutation(n, ...key);
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
  });

  it('gives all 24 orders of 4 equally often', () => {
    const counts = new Map<string, number>();
    const r = random(24);
    for (let i = 0; i < 24_000; i++) {
      const order = r.permutation(4, 'epoch', i).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * 31); // √(24000/24·23/24) = 31
  });

  it('refuses a negative n', () => {
    expect(() => random(0).permutation(-1)).toThrow('needs an integer n of at least 0; got -1.');
  });
});

describe('stream', () => {
  it('repeats itself for the same key, whatever other streams do', () => {
    const r = random(5);
    const [a, b, c] = [r.stream('a'), r.stream('a'), r.stream('b')];
    const first = [a.next(), a.next(), a.next()];
    c.next();
    expect([b.next(), c.next() && b.next(), b.next()]).toEqual(first);
    expect(new Set(first).size).toBe(3);
  });
});

describe('what it refuses', () => {
  it.each([-1, 0.5, 2 ** 32, Number.NaN, Infinity])('a seed of %d', (seed) => {
    expect(() => random(seed)).toThrow(RangeError);
    expect(() => random(seed)).toThrow(`A seed is an integer from 0 to 4294967295; got ${seed}.`);
  });

  it('an index that is not an integer from 0 to 2³² − 1', () => {
    assert(
      property(constantFrom(-1, 0.5, 2 ** 32, Number.NaN, Infinity), key, (bad, key) => {
        expect(() => random(0).uniform(...key, bad)).toThrow(RangeError);
      }),
    );
    expect(() => random(0).uniform('layer', -1)).toThrow('integers from 0 to 4294967295; got -1.');
  });
});
