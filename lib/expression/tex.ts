import { bindingOf, type Expression } from './expression.ts';
import { functions } from './functions.ts';

/** A formula in TeX, as it would be printed: fractions, roots and powers laid out. */
export function tex(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return numberTex(expression.value);
    case 'constant':
      return expression.name === 'e' ? 'e' : '\\pi';
    case 'variable':
      return expression.name.replace(/_(.+)$/, '_{$1}');
    case 'negative':
      return `-${within(expression.of, 3)}`;
    case 'call':
      return callTex(expression.name, expression.args);
    case 'operation':
      return operationTex(expression);
  }
}

function operationTex({ operator, left, right }: Extract<Expression, { kind: 'operation' }>): string {
  switch (operator) {
    case '+':
    case '−':
      return `${tex(left)} ${operator === '+' ? '+' : '-'} ${within(right, 2, right.kind === 'negative')}`;
    case '/':
      return `\\frac{${tex(left)}}{${tex(right)}}`;
    case '^':
      return `{${isFraction(left) ? enclosed(tex(left)) : within(left, 5)}}^{${tex(right)}}`;
    case '·':
      return `${within(left, 2)} ${needsDot(right) ? '\\cdot ' : '\\, '}${within(right, 2, right.kind === 'negative')}`;
  }
}

function callTex(name: keyof typeof functions, args: readonly Expression[]): string {
  const written = args.map(tex);
  if (name === 'sqrt') return `\\sqrt{${written[0]}}`;
  if (name === 'abs') return `\\left\\lvert ${written[0]} \\right\\rvert`;
  // It has no name of its own in print; the value at 0 is what sets it apart.
  if (name === 'flat') return `e^{-1/${within(args[0]!, 5)}^{2}}`;
  return `${functions[name].tex}${enclosed(written.join(', '))}`;
}

/** Parentheses grow with what is high only: growing ones stand apart from what is before them. */
const enclosed = (written: string): string =>
  /\\frac|\\sqrt|\\left/.test(written) ? `\\left(${written}\\right)` : `(${written})`;
const isFraction = (expression: Expression): boolean => expression.kind === 'operation' && expression.operator === '/';

const within = (expression: Expression, least: number, always = false): string =>
  always || bindingOf(expression) < least ? enclosed(tex(expression)) : tex(expression);

/** 2·3 and x·2 need a dot between the factors; 2x does not. */
const needsDot = (right: Expression): boolean => /^[{\d]*\d/.test(tex(right));

function numberTex(value: number): string {
  const [mantissa, exponent] = String(value).split('e');
  return exponent === undefined ? mantissa! : `${mantissa} \\cdot 10^{${Number(exponent)}}`;
}
