import { bindingOf, type Expression } from './expression.ts';

/** A formula as text that `parse` reads back as the same formula, with parentheses only where they are needed. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'constant':
    case 'variable':
      return expression.name;
    case 'negative':
      return `−${within(expression.of, 3)}`;
    case 'call':
      return `${expression.name}(${expression.args.map(print).join(', ')})`;
    case 'operation': {
      const { operator, left, right } = expression;
      if (operator === '+' || operator === '−') return `${within(left, 1)} ${operator} ${within(right, 2)}`;
      if (operator === '^') return `${within(left, 5)}^${within(right, 4)}`;
      return `${within(left, 2)}${operator}${within(right, 3)}`;
    }
  }
}

const within = (expression: Expression, least: number): string =>
  bindingOf(expression) < least ? `(${print(expression)})` : print(expression);
