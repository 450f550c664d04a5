import { describe, expect, it } from 'vitest';
import { derivative, math, output, run, taylor } from '../index.ts';
import { evaluate, programOf } from './evaluate.ts';
import { parse } from './parse.ts';
import { tex } from './tex.ts';

const at = (text: string, x: number): number => {
  const program = programOf(parse(text));
  return output(program, run(program, { x }), 'y').data[0]!;
};

describe('the value of a formula', () => {
  it.each<[string, number, number]>([
    ['2x^2 - 1', 3, 17],
    ['x^3', -2, -8],
    ['x^0', 0, 1],
    ['x^-2', -2, 0.25],
    ['x^(1/2)', 4, 2],
    ['x^7 - x', 2, 126],
    ['2^x', 3, 8],
    ['-x^2', 3, -9],
    ['e^x', 1, math.exp(1)],
    ['exp(x)', 1, math.exp(1)],
    ['cosh(x)^2 - sinh(x)^2', 1, 1],
    ['tan(x)', 0.5, Math.tan(0.5)],
    ['sigmoid(x)', 0, 0.5],
    ['softplus(x)', 0, Math.LN2],
    ['x·Φ(x)', -2, -0.04550026389635841],
    ['min(x, 2)', 5, 2],
    ['max(x, 2)', 5, 5],
    ['|x|', -3, 3],
    ['sign(x) + step(x)', -3, -1],
    ['flat(x)', 0.5, Math.exp(-4)],
    ['7', 1, 7],
    ['π', 0, Math.PI],
  ])('%s at %d is %d', (text, x, value) => expect(at(text, x)).toBeCloseTo(value, 12));

  it('where there is none, is what IEEE numbers say', () => {
    expect([at('1/x', 0), at('log(x)', 0), at('log(x)', -1), at('x^1.5', -1), at('0/x', 0)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('on numbers is a number, and the same one', () => {
    for (const text of ['x^3 − 2x', 'tanh(x)/σ(x)', 'max(x, 1) + min(x, 1)', '√x·e^x'])
      expect(evaluate(parse(text), { x: 1.7 })).toBe(at(text, 1.7));
  });

  it('has the derivative of the engine', () => {
    for (const text of [
      'x^3 − 2x',
      'sin(x)^2/(1 + x^2)',
      '2^x',
      'x^x',
      'cosh(x)',
      'softplus(2x)',
      'x·Phi(x)',
      'min(x, x^2)',
    ]) {
      const slope = taylor((x) => evaluate(parse(text), { x }), 1.3, { order: 1 }).coefficients[1]!;
      const check = derivative((x) => at(text, x), 1.3, 0.05).value;
      expect(Math.abs(slope - check)).toBeLessThan(1e-8 * Math.max(1, Math.abs(slope)));
    }
  });

  it('of several variables at many places at once', () => {
    const program = programOf(parse('w x + b', ['w', 'x', 'b']), { variables: ['w', 'x', 'b'], shape: [2] });
    expect(Array.from(output(program, run(program, { w: [2, 3], x: [5, 7], b: [1, 1] }), 'y').data)).toEqual([11, 22]);
  });
});

describe('TeX', () => {
  it.each([
    ['2x', '2 \\, x'],
    ['2*3', '2 \\cdot 3'],
    ['x*2^x', 'x \\cdot {2}^{x}'],
    ['e^(-x^2)', '{e}^{-{x}^{2}}'],
    ['1/(1+x^2)', '\\frac{1}{1 + {x}^{2}}'],
    ['(x/2)^2', '{\\left(\\frac{x}{2}\\right)}^{2}'],
    ['x - (2 - x)', 'x - (2 - x)'],
    ['x + -2', 'x + (-2)'],
    ['√(x+1)', '\\sqrt{x + 1}'],
    ['|x|', '\\left\\lvert x \\right\\rvert'],
    ['tanh(x)', '\\tanh(x)'],
    ['tanh(x/2)', '\\tanh\\left(\\frac{x}{2}\\right)'],
    ['flat(x)', 'e^{-1/x^{2}}'],
    ['1e-9', '1 \\cdot 10^{-9}'],
  ])('%s is %s', (typed, written) => expect(tex(parse(typed))).toBe(written));
});
