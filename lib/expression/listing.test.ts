import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward, differenceOf, print, run, wengertList } from '../index.ts';
import { ExpressionError } from './error.ts';
import { functionNames } from './functions.ts';
import { LISTING_LIMITS, parseListing, programOfListing } from './listing.ts';

const names = (text: string) => parseListing(text).variables;
const printed = (text: string, shapes = {}) => print(wengertList(programOfListing(parseListing(text), shapes)));
function errorOf(text: string): ExpressionError {
  try {
    parseListing(text);
  } catch (error) {
    return error as ExpressionError;
  }
  throw new Error(`${text} was read`);
}

describe('variables', () => {
  it.each([
    ['x·y + sin(x)', ['x', 'y']],
    ['w x + b', ['w', 'x', 'b']],
    ['wx + b', ['w', 'x', 'b']],
    ['2wx', ['w', 'x']],
    ['x_1 x_2', ['x_1', 'x_2']],
    ['e^x + πr²', ['x', 'r']],
    ['xsin(x)', ['x']],
    ['α·x', ['α', 'x']],
    ['a = w x; a² + a b', ['w', 'x', 'b']],
    ['error = y - t\nerror²', ['y', 't']],
  ])('of %s', (text, expected) => expect(names(text)).toEqual(expected));
});

describe('programs', () => {
  it('name what the reader named, and the result L', () => {
    const named = 'a = w x + b; h = tanh(a); ';
    expect(printed(`${named}(h − 1)²`)).toBe(printed(`${named}L = (h − 1)²`));
    expect(printed('a = w x; a·a').split('\n').slice(2)).toEqual(['a = w ⊙ x', 'L = a ⊙ a']);
  });

  it('of a name for a variable, or of a constant, have an equation too', () => {
    expect(printed('a = x; a').split('\n').slice(1)).toEqual(['a = x', 'L = a']);
    expect(printed('a = x; 3').split('\n').at(-1)).toBe('L = 3');
  });

  it('spread a number over vectors and sum the result; the gradients are those of central differences', () => {
    const program = programOfListing(parseListing('(w x − t)²'), { x: [3], t: [3] });
    const given = { w: 0.5, x: [1, 2, 3], t: [2, 1, 0] };
    const all = run(backward(program, { wrt: ['w', 'x', 't'] }), given);
    expect(all.get('L')!.data[0]).toBe(2.25 + 0 + 2.25);
    expect(all.get('dL/dw')!.data[0]).toBeCloseTo(differenceOf(program, given, 'w', 0).value, 8);
    expect(all.get('dL/dx')!.data[2]).toBeCloseTo(differenceOf(program, given, 'x', 2).value, 8);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['', 'empty', 0],
    [' ; \n', 'empty', 0],
    ['1 + 2', 'noVariable', 5],
    ['x; y', 'unnamed', 0],
    ['sin = x; x', 'taken', 4],
    ['e = x; x', 'taken', 2],
    ['x = 2; x', 'noVariable', 8],
    ['a = x; a = 2x; a', 'taken', 9],
    ['y + x; x = 2', 'unnamed', 0],
    ['a = x; x = a; 2', 'taken', 9],
    ['L = x; 2L', 'reserved', 2],
    ['2L', 'reserved', 1],
    ['2 = x', 'badName', 2],
    ['a = b = x', 'character', 6],
    ['a = x; a + (', 'expected', 12],
    ['softmax(x)', 'unknown', 0],
    ['alert(1)', 'unknown', 0],
  ])('%s: %s at %d', (text, problem, at) => {
    const error = errorOf(text);
    expect([error.problem, error.at]).toEqual([problem, at]);
    expect(error.message).toMatch(/\.$/);
  });

  it('what is too much', () => {
    expect(errorOf('x'.repeat(LISTING_LIMITS.length + 1)).problem).toBe('tooLong');
    expect(errorOf(Array.from({ length: 70 }, (_, k) => `a_${k} = x`).join(';')).problem).toBe('tooMany');
    expect(errorOf(Array.from({ length: 13 }, (_, k) => `x_${k}`).join('+')).problem).toBe('tooMany');
  });
});

const pieces = fc.constantFrom(
  ...[
    ...functionNames.keys(),
    'x',
    'xy',
    'xx',
    'foo',
    'a',
    'L',
    'e',
    'π',
    '2',
    '1e9',
    '(',
    ')',
    '|',
    ',',
    '^',
    '+',
    '-',
  ],
  ...[';', '\n', '=', '_', '²', '⁻', ' ', '.', '√', '\u0000', '😀', '__proto__', 'constructor', 'alert'],
);
it.each([
  ['any text', fc.string({ unit: 'binary', maxLength: 300 })],
  ['any pieces of formulas', fc.array(pieces, { maxLength: 60 }).map((all) => all.join(''))],
])('of %s nothing comes but a program or an error with its place', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      try {
        const listing = parseListing(text);
        const program = wengertList(programOfListing(listing));
        const given = Object.fromEntries(listing.variables.map((name) => [name, 0.5]));
        expect(run(backward(program, { wrt: listing.variables }), given).get('L')!.shape).toEqual([]);
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        expect(error.at).toBeGreaterThanOrEqual(0);
        expect(error.at + error.length).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 1000 },
  );
});

it('a word that can be cut in very many ways is refused as soon as any', () => {
  expect(() => parseListing(`a = s + i + n; ${'sin'.repeat(60)}q`)).toThrow(ExpressionError);
});
