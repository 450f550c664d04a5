import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpressionError } from './error.ts';
import { type Expression, LIMITS } from './expression.ts';
import { type FunctionName, functionNames, functions } from './functions.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';

const written = (text: string, variables?: readonly string[]): string => print(parse(text, variables));

function errorOf(text: string): ExpressionError {
  try {
    parse(text);
  } catch (error) {
    return error as ExpressionError;
  }
  throw new Error(`${text} was read`);
}

describe('what a reader types', () => {
  it.each([
    ['2x', '2·x'],
    ['2 x', '2·x'],
    ['2*x', '2·x'],
    ['2 × x', '2·x'],
    ['2⋅x', '2·x'],
    ['x^2', 'x^2'],
    ['x**2', 'x^2'],
    ['x²', 'x^2'],
    ['x⁻¹', 'x^(−1)'],
    ['x¹⁰', 'x^10'],
    ['x^-1', 'x^(−1)'],
    ['-x', '−x'],
    ['−x', '−x'],
    ['–x', '−x'],
    ['- -x', '−−x'],
    ['+x', 'x'],
    ['-x^2', '−x^2'],
    ['(-x)^2', '(−x)^2'],
    ['2^3^x', '2^3^x'],
    ['(2^3)^x', '(2^3)^x'],
    ['e^x', 'e^x'],
    ['e^-x', 'e^(−x)'],
    ['e^2x', 'e^2·x'],
    ['e^(2x)', 'e^(2·x)'],
    ['exp(x)', 'exp(x)'],
    ['xe^x', 'x·e^x'],
    ['x e^x', 'x·e^x'],
    ['2e^x', '2·e^x'],
    ['2e3', '2000'],
    ['1e−3', '0.001'],
    ['2e', '2·e'],
    ['.5x', '0.5·x'],
    ['2pi', '2·π'],
    ['πx', 'π·x'],
    ['σ(x)', 'σ(x)'],
    ['sigmoid(x)', 'σ(x)'],
    ['relu(x)', 'ReLU(x)'],
    ['ln(x)', 'log(x)'],
    ['√x', 'sqrt(x)'],
    ['√(x + 1)', 'sqrt(x + 1)'],
    ['√2x', 'sqrt(2)·x'],
    ['|x|', 'abs(x)'],
    ['2|x - 1|', '2·abs(x − 1)'],
    ['|x| + |2x|', 'abs(x) + abs(2·x)'],
    ['||x| - 1|', 'abs(abs(x) − 1)'],
    ['|(x)(|x|)|', 'abs(x·abs(x))'],
    ['sin²(x)', 'sin(x)^2'],
    ['sin^2(x)', 'sin(x)^2'],
    ['max(x, 0)', 'max(x, 0)'],
    ['x(x + 1)', 'x·(x + 1)'],
    ['(x + 1)(x - 1)', '(x + 1)·(x − 1)'],
    ['3 - 2 - 1', '3 − 2 − 1'],
    ['3 - (2 - 1)', '3 − (2 − 1)'],
    ['1/2·x', '1/2·x'],
    ['1/(2x)', '1/(2·x)'],
    ['[x + 1]/2', '(x + 1)/2'],
    ['1÷x', '1/x'],
  ])('%s is %s', (typed, meant) => expect(written(typed)).toBe(meant));

  it('of several variables', () => {
    expect(written('w_1x + w_2', ['x', 'w_1', 'w_2']).replaceAll(' ', '')).toBe('w_1·x+w_2'.replaceAll(' ', ''));
    expect(written('ab', ['a', 'b'])).toBe('a·b');
    expect(written('e·x', ['x'])).toBe('e·x');
  });
});

describe('what cannot be read', () => {
  it.each([
    ['', 'empty', 0, 0],
    ['  ', 'empty', 0, 0],
    ['2 +', 'expected', 3, 0],
    ['(x', 'expected', 2, 0],
    ['|x', 'expected', 2, 0],
    ['x)', 'unexpected', 1, 1],
    ['x 2', 'unexpected', 2, 1],
    ['2 ** * x', 'unexpected', 5, 1],
    ['x + y', 'unknown', 4, 1],
    ['expo(x)', 'unknown', 0, 4],
    ['x # 2', 'character', 2, 1],
    ['x 😀', 'character', 2, 2],
    ['1,5x', 'comma', 1, 1],
    ['sin x', 'call', 0, 3],
    ['sin', 'call', 0, 3],
    ['sin^-1(x)', 'inverse', 0, 3],
    ['tan⁻¹(x)', 'inverse', 0, 3],
    ['1/2x', 'ambiguous', 3, 1],
    ['1/x(x + 1)', 'ambiguous', 3, 1],
    ['max(x)', 'arguments', 0, 3],
    ['sin(x, 2)', 'arguments', 0, 3],
    ['sin()', 'unexpected', 4, 1],
    ['1e999', 'number', 0, 5],
    ['alert(1)', 'unknown', 0, 5],
    ['x.constructor', 'character', 1, 1],
    ['constructor', 'unknown', 0, 11],
    ['__proto__', 'character', 0, 1],
  ] as const)('%s: %s at %i, %i long', (text, problem, at, length) => {
    const error = errorOf(text);
    expect(error).toBeInstanceOf(ExpressionError);
    expect({ problem: error.problem, at: error.at, length: error.length }).toEqual({ problem, at, length });
    expect(error.message).toMatch(/[.?]$|parentheses\.$/);
  });

  it('what is too long, or nested too deeply', () => {
    expect(errorOf(`${'x+'.repeat(LIMITS.length)}x`).problem).toBe('tooLong');
    const nested = (levels: number) => `${'('.repeat(levels)}x${')'.repeat(levels)}`;
    expect(errorOf(nested(LIMITS.depth)).problem).toBe('tooDeep');
    expect(written(nested(LIMITS.depth - 1))).toBe('x');
    expect(errorOf(`${'−'.repeat(LIMITS.depth)}x`).problem).toBe('tooDeep');
    expect(errorOf(`${'2^'.repeat(LIMITS.depth)}x`).problem).toBe('tooDeep');
  });
});

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.double({ min: 0, max: 1e30, noNaN: true }).map((value): Expression => ({ kind: 'number', value: value || 0 })),
  fc.constantFrom<Expression>(
    { kind: 'number', value: 2 },
    { kind: 'constant', name: 'e' },
    { kind: 'constant', name: 'π' },
    { kind: 'variable', name: 'x' },
    { kind: 'variable', name: 'w_1' },
  ),
);

const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('tree').map((of): Expression => ({ kind: 'negative', of })),
    fc
      .tuple(fc.constantFrom(...(['+', '−', '·', '/', '^'] as const)), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expression => ({ kind: 'operation', operator, left, right })),
    fc
      .tuple(fc.constantFrom(...(Object.keys(functions) as FunctionName[])), tie('tree'), tie('tree'))
      .map(([name, a, b]): Expression => ({ kind: 'call', name, args: [a, b].slice(0, functions[name].arity) })),
  ),
}));

describe('properties', () => {
  it('what is printed is read as the same formula', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const text = print(expression);
        fc.pre(text.length <= LIMITS.length);
        expect(parse(text, ['x', 'w_1'])).toEqual(expression);
      }),
      { numRuns: 2000 },
    );
  });

  const pieces = fc.constantFrom(
    ...[...functionNames.keys(), 'x', 'e', 'π', '2', '0.5', '1e9', '(', ')', '|', ',', '^', '+', '-', '−', '*', '/'],
    ...['²', '⁻', ' ', '.', '_', '√', '#', '\u0000', '😀', '\n'],
  );
  it.each([
    ['any text', fc.string({ unit: 'binary', maxLength: LIMITS.length + 10 })],
    ['any pieces of formulas', fc.array(pieces, { maxLength: 80 }).map((all) => all.join(''))],
  ])('of %s nothing comes but a formula or an error with its place', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const expression = parse(text);
          const printed = print(expression);
          if (printed.length <= LIMITS.length) expect(parse(printed)).toEqual(expression);
        } catch (error) {
          if (!(error instanceof ExpressionError)) throw error;
          expect(error.at).toBeGreaterThanOrEqual(0);
          expect(error.at + error.length).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
