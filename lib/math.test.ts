import { assert, double, float, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from './fixtures/mpmath-math.json' with { type: 'json' }; // made by fixtures/mpmath_math.py
import { cos, exp, expm1, log, log1p, normalCdf, pow2, sigmoid, sin, sqrt, tanh } from './math.ts';

const FUNCTIONS = { exp, expm1, log, log1p, tanh, sigmoid, sin, cos, normalCdf };
type FunctionName = keyof typeof FUNCTIONS;
const NAMES = Object.keys(FUNCTIONS) as FunctionName[];

const view = new DataView(new ArrayBuffer(8));

/** The bits of a double as an integer that counts doubles: neighbours differ by 1, and −0 equals 0. */
function rank(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits;
}

/** How many doubles apart a and b are. */
function doublesApart(a: number, b: number): number {
  const distance = Number(rank(a) - rank(b));
  return Math.abs(distance);
}

describe.each(NAMES)('%s', (name) => {
  const f = FUNCTIONS[name];

  it('of every point of the table is the nearest double, or the one beside it (two for tanh and sigmoid, 32 for normalCdf)', () => {
    const allowed = { tanh: 2, sigmoid: 2, normalCdf: 32 }[name as string] ?? 1; // ½ less nearly ½, towards −2
    for (const [x = 0, expected = 0] of table[name]) {
      expect(doublesApart(f(x), expected), `${name}(${x}) = ${f(x)}, expected ${expected}`).toBeLessThanOrEqual(
        allowed,
      );
    }
  });

  it('of NaN is NaN', () => {
    expect(f(Number.NaN)).toBeNaN();
  });
});

describe('special values', () => {
  it.each([
    [exp, 0, 1],
    [exp, -0, 1],
    [exp, Infinity, Infinity],
    [exp, -Infinity, 0],
    [exp, 709.782712893384, 1.7976931348622732e308],
    [exp, 709.7827128933841, Infinity],
    [exp, 710, Infinity],
    [exp, 1e308, Infinity],
    [exp, -745.1332191019411, Number.MIN_VALUE],
    [exp, -745.1332191019412, 0],
    [exp, -746, 0],
    [expm1, 0, 0],
    [expm1, -0, -0],
    [expm1, Infinity, Infinity],
    [expm1, 710, Infinity],
    [expm1, -Infinity, -1],
    [expm1, -50, -1],
    [log, 1, 0],
    [log, 0, -Infinity],
    [log, -0, -Infinity],
    [log, Infinity, Infinity],
    [log, -1, Number.NaN],
    [log, -Infinity, Number.NaN],
    [log1p, 0, 0],
    [log1p, -0, -0],
    [log1p, -1, -Infinity],
    [log1p, Infinity, Infinity],
    [log1p, -1.5, Number.NaN],
    [log1p, -Infinity, Number.NaN],
    [tanh, 0, 0],
    [tanh, -0, -0],
    [tanh, 20, 1],
    [tanh, -1e300, -1],
    [tanh, Infinity, 1],
    [tanh, -Infinity, -1],
    [sigmoid, 0, 0.5],
    [sigmoid, -0, 0.5],
    [sigmoid, 40, 1],
    [sigmoid, -800, 0],
    [sigmoid, Infinity, 1],
    [sigmoid, -Infinity, 0],
    [normalCdf, 0, 0.5],
    [normalCdf, 40, 1],
    [normalCdf, -800, 0],
    [normalCdf, Infinity, 1],
    [normalCdf, -Infinity, 0],
    [sin, 0, 0],
    [sin, -0, -0],
    [sin, Infinity, Number.NaN],
    [sin, -Infinity, Number.NaN],
    [cos, 0, 1],
    [cos, -0, 1],
    [cos, Infinity, Number.NaN],
    [pow2, 0, 1],
    [pow2, 10, 1024],
    [pow2, -1, 0.5],
    [pow2, 1023, 8.98846567431158e307],
    [pow2, 1024, Infinity],
    [pow2, -1022, 2.2250738585072014e-308],
    [pow2, -1074, Number.MIN_VALUE],
    [pow2, -1075, 0],
    [pow2, 0.5, Number.NaN],
    [pow2, Number.NaN, Number.NaN],
    [sqrt, 2, Math.SQRT2],
  ] as const)('%o at %o is %o', (f, x, expected) => {
    expect(f(x)).toBe(expected);
  });
});

describe('properties', () => {
  // Neighbouring doubles may swap in the last bit; neighbouring float32 values (2^29 doubles apart) never do.
  it.each(['exp', 'expm1', 'log', 'log1p', 'tanh', 'sigmoid'] as const)('%s never decreases', (name) => {
    const f = FUNCTIONS[name];
    const number = float({ noNaN: true, min: name.startsWith('log') ? 0 : -Infinity });
    assert(property(number, number, (a, b) => f(Math.min(a, b)) <= f(Math.max(a, b))));
  });

  it('tanh and sin are exactly odd, cos exactly even', () => {
    assert(
      property(double(), (x) => {
        expect(tanh(-x)).toBe(-tanh(x));
        expect(sin(-x)).toBe(-sin(x));
        expect(cos(-x)).toBe(cos(x));
      }),
    );
  });

  it('sigmoid(−x) = 1 − sigmoid(x), to 1 ulp of 1', () => {
    assert(property(double({ noNaN: true }), (x) => Math.abs(sigmoid(-x) - (1 - sigmoid(x))) <= Number.EPSILON));
  });

  it('log undoes exp', () => {
    const x = double({ min: -700, max: 700, noNaN: true });
    assert(property(x, (x) => Math.abs(log(exp(x)) - x) <= Number.EPSILON * Math.max(1, Math.abs(x))));
  });

  it('sin² + cos² = 1, for every finite number', () => {
    const x = double({ noNaN: true, noDefaultInfinity: true });
    assert(property(x, (x) => Math.abs(sin(x) * sin(x) + cos(x) * cos(x) - 1) <= 2 * Number.EPSILON));
  });

  it('pow2(a)·pow2(b) = pow2(a + b), exactly', () => {
    for (let k = -1074; k <= 1023; k++) {
      expect(pow2(Math.floor(k / 2)) * pow2(Math.ceil(k / 2))).toBe(pow2(k));
    }
  });
});

/** FNV-1a over the 8 bytes of each number. */
function hashOfBits(numbers: Iterable<number>): string {
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    view.setFloat64(0, number);
    for (let i = 0; i < 8; i++) hash = Math.imul(hash ^ view.getUint8(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** n + n evenly spaced points: over the whole range, and over the middle tenth of a thousandth of it. */
function* points(low: number, high: number, n: number): Generator<number> {
  for (let i = 0; i < n; i++) yield low + ((high - low) * i) / n;
  const middle = (low + high) / 2;
  for (let i = 0; i < n; i++) yield middle + ((low - middle) * (i - n / 2)) / (n * 5000);
}

it('keeps every bit of 10,000 values of each function', () => {
  const ranges: Record<FunctionName, [number, number]> = {
    exp: [-750, 712],
    expm1: [-45, 712],
    log: [1e-300, 20],
    log1p: [-0.999, 20],
    tanh: [-20, 20],
    sigmoid: [-750, 40],
    sin: [-2e6, 2e6],
    cos: [-2e6, 2e6],
    normalCdf: [-40, 10],
  };
  const hashes = NAMES.map((name) => {
    const [low, high] = ranges[name];
    return `${name} ${hashOfBits(Array.from(points(low, high, 5000), FUNCTIONS[name]))}`;
  });
  expect(hashes).toMatchInlineSnapshot(`
    [
      "exp 633b4209",
      "expm1 31d942d6",
      "log 9b9b79b5",
      "log1p de977c99",
      "tanh ecf22e24",
      "sigmoid 8cd0773e",
      "sin f1b3e749",
      "cos eb1b558c",
      "normalCdf ee340b4b",
    ]
  `);
});
