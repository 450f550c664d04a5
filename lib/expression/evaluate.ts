/** Turns a formula into equations of the engine: what it computes and its derivatives are then the engine's. */
import { fill } from '../ops.ts';
import type { Program } from '../program.ts';
import type { Shape } from '../tensor.ts';
import { trace } from '../trace.ts';
import type { Expression } from './expression.ts';
import { add, div, exp, functions, mul, power, sqrt, square, sub, type Value } from './functions.ts';

/** Whole powers up to this size are written as products: then the base may be 0 or negative. */
const MOST_FACTORS = 100;

/**
 * The value of a formula, on traced values or on numbers.
 *
 * ```ts
 * import { expressions, taylor } from 'unrolled';
 * const { parse, evaluate } = expressions;
 * evaluate(parse('x^3 − 1'), { x: 2 }) // → 7
 * taylor((x) => evaluate(parse('e^x'), { x }), 0, { order: 2 }).coefficients // → [1, 1, 0.5]
 * ```
 */
export function evaluate(expression: Expression, values: Readonly<Record<string, Value>>): Value {
  const of = (part: Expression) => evaluate(part, values);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'constant':
      return expression.name === 'e' ? Math.E : Math.PI;
    case 'variable':
      return values[expression.name]!;
    case 'negative':
      return mul(-1, of(expression.of));
    case 'call':
      return functions[expression.name].apply(...expression.args.map(of));
    case 'operation': {
      const { operator, left, right } = expression;
      if (operator === '^') return raise(left, of(left), of(right));
      return { '+': add, '−': sub, '·': mul, '/': div }[operator](of(left), of(right));
    }
  }
}

/**
 * A formula as a program: its variables are inputs, the output is `y` (or `L`).
 *
 * @param kind of the inputs: parameters when it is a loss
 */
export function programOf(
  expression: Expression,
  {
    variables = ['x'],
    output = 'y',
    kind = 'data',
    shape = [],
  }: {
    readonly variables?: readonly string[];
    readonly output?: string;
    readonly kind?: 'data' | 'parameter';
    /** Of every variable: more than one place at once. */
    readonly shape?: Shape;
  } = {},
): Program {
  const inputs = Object.fromEntries(variables.map((name) => [name, { shape, kind }]));
  return trace(inputs, (values) => {
    const y = evaluate(expression, values);
    return { [output]: typeof y === 'number' ? fill(values[variables[0]!]!, y, shape) : y };
  });
}

function raise(base: Expression, a: Value, b: Value): Value {
  if (base.kind === 'constant' && base.name === 'e') return exp(b);
  if (typeof b !== 'number') return power(a, b);
  if (Number.isInteger(b) && Math.abs(b) <= MOST_FACTORS) return b < 0 ? div(1, product(a, -b)) : product(a, b);
  if (b === 0.5) return sqrt(a);
  return power(a, b);
}

/** aⁿ by squaring; a⁰ is 1, also for 0. */
function product(a: Value, n: number): Value {
  if (n === 0) return 1;
  if (n === 1) return a;
  const half = product(a, Math.floor(n / 2));
  return n % 2 === 0 ? square(half) : mul(square(half), a);
}
