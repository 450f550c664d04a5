/**
 * Reads a typed formula: `2x^2 − e^(−x)`. Recursive descent, without `eval`; whatever is typed, it gives a tree or an
 * ExpressionError with the place. Binding, loosest first: sums; products and quotients; signs; powers, from the right.
 *
 * Not a language for programs: there are numbers, e, π, the given variables, and the functions of `functions.ts`.
 */
import { ExpressionError } from './error.ts';
import { type Expression, LIMITS, type Operator } from './expression.ts';
import { type FunctionName, functionNames, functions } from './functions.ts';
import { type Token, tokensOf } from './tokens.ts';
import { splitWords } from './words.ts';

/**
 * Reads a formula in some variables.
 *
 * ```ts
 * import { expressions } from 'unrolled';
 * const f = expressions.parse('2x^2 − e^(−x)');
 * expressions.print(f) // → 2·x^2 − e^(−x)
 * ```
 *
 * @throws ExpressionError, and nothing else, when the text cannot be read
 */
export function parse(text: string, variables: readonly string[] = ['x']): Expression {
  if (text.length > LIMITS.length)
    throw new ExpressionError('tooLong', LIMITS.length, text.length - LIMITS.length, String(LIMITS.length));
  const tokens = splitWords(tokensOf(text), variables);
  if (tokens.length === 1) throw new ExpressionError('empty', 0);
  return new Parser(tokens, variables).whole();
}

const operation = (operator: Operator, left: Expression, right: Expression): Expression => ({
  ...{ kind: 'operation', operator, left, right },
});

class Parser {
  private readonly tokens: readonly Token[];
  private readonly variables: readonly string[];
  private position = 0;
  private depth = 0;
  /** How many |…| are open: there a | closes instead of opening. */
  private bars = 0;

  constructor(tokens: readonly Token[], variables: readonly string[]) {
    this.tokens = tokens;
    this.variables = variables;
  }

  whole(): Expression {
    const expression = this.sum();
    if (this.next.kind !== 'end') throw this.unexpected();
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.position]!;
  }

  private is(...marks: readonly string[]): boolean {
    return this.next.kind === 'mark' && marks.includes(this.next.text);
  }

  private take(): Token {
    return this.tokens[this.position++]!;
  }

  private unexpected(): ExpressionError {
    const { kind, text, at, length } = this.next;
    if (kind === 'end') return new ExpressionError('expected', at, 0, 'a number, a name or an opening parenthesis');
    if (text === ',') return new ExpressionError('comma', at, length);
    return new ExpressionError('unexpected', at, length, text);
  }

  private close(mark: string): void {
    if (!this.is(mark)) {
      if (this.next.kind !== 'end') throw this.unexpected();
      throw new ExpressionError('expected', this.next.at, 0, mark === '|' ? 'a closing |' : 'a closing parenthesis');
    }
    this.take();
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > LIMITS.depth)
      throw new ExpressionError('tooDeep', this.next.at, this.next.length, String(LIMITS.depth));
    const result = read();
    this.depth--;
    return result;
  }

  private sum(): Expression {
    return this.nested(() => {
      let left = this.product();
      while (this.is('+', '−')) left = operation(this.take().text as Operator, left, this.product());
      return left;
    });
  }

  private product(): Expression {
    let left = this.signed();
    for (let isBelow = false; ; ) {
      if (this.is('·', '/')) {
        const operator = this.take().text as Operator;
        isBelow = operator === '/';
        left = operation(operator, left, this.signed());
      } else if (this.startsFactor()) {
        if (isBelow) throw new ExpressionError('ambiguous', this.next.at, this.next.length);
        left = operation('·', left, this.power());
      } else return left;
    }
  }

  /** `2x`, `x(x + 1)`, `2|x|`: a factor without a sign for the product before it. */
  private startsFactor(): boolean {
    return this.next.kind === 'word' || this.is('(') || (this.bars === 0 && this.is('|'));
  }

  private signed(): Expression {
    if (!this.is('−', '+')) return this.power();
    const isNegative = this.take().text === '−';
    const of = this.nested(() => this.signed());
    return isNegative ? { kind: 'negative', of } : of;
  }

  private power(): Expression {
    const base = this.raised(this.atom());
    if (!this.is('^')) return base;
    this.take();
    return operation(
      '^',
      base,
      this.nested(() => this.signed()),
    );
  }

  /** `x²`, `x⁻¹`. */
  private raised(base: Expression): Expression {
    return this.next.kind === 'raised' ? operation('^', base, wholeNumber(this.take())) : base;
  }

  private atom(): Expression {
    if (this.next.kind === 'number') return numberOf(this.take());
    if (this.next.kind === 'word') return this.word();
    if (this.is('(')) return this.enclosed(')');
    if (!this.is('|')) throw this.unexpected();
    this.bars++;
    const of = this.enclosed('|');
    this.bars--;
    return { kind: 'call', name: 'abs', args: [of] };
  }

  private enclosed(closing: string): Expression {
    const outer = this.bars;
    if (this.take().text === '(') this.bars = 0;
    const expression = this.sum();
    this.close(closing);
    this.bars = outer;
    return expression;
  }

  private word(): Expression {
    const token = this.take();
    if (this.variables.includes(token.text)) return { kind: 'variable', name: token.text };
    const name = functionNames.get(token.text);
    if (name) return this.call(name, token);
    return { kind: 'constant', name: token.text === 'e' ? 'e' : 'π' };
  }

  private call(name: FunctionName, token: Token): Expression {
    const exponent = this.exponentOfCall(token);
    if (token.text === '√' && !this.is('(')) return { kind: 'call', name, args: [this.nested(() => this.atom())] };
    if (!this.is('(')) throw new ExpressionError('call', token.at, token.length, token.text);
    const outer = this.bars;
    this.bars = 0;
    this.take();
    const args = [this.sum()];
    const { arity } = functions[name];
    while (this.is(',') && args.length < arity) {
      this.take();
      args.push(this.sum());
    }
    if (args.length < arity || this.is(','))
      throw new ExpressionError('arguments', token.at, token.length, arity === 1 ? 'one argument' : 'two arguments');
    this.close(')');
    this.bars = outer;
    const call: Expression = { kind: 'call', name, args };
    return exponent ? operation('^', call, exponent) : call;
  }

  /** `sin²(x)` is sin(x)². */
  private exponentOfCall(token: Token): Expression | undefined {
    const isHat = this.is('^');
    if (isHat) this.take();
    const written = this.next;
    if (isHat && this.is('−')) throw new ExpressionError('inverse', token.at, token.length, token.text);
    if (isHat ? written.kind !== 'number' : written.kind !== 'raised') {
      if (isHat) throw new ExpressionError('call', token.at, token.length, token.text);
      return undefined;
    }
    if (written.text.startsWith('-')) throw new ExpressionError('inverse', token.at, token.length, token.text);
    return numberOf(this.take());
  }
}

function numberOf({ text, at, length }: Token): Expression {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new ExpressionError('number', at, length, text);
  return { kind: 'number', value };
}

function wholeNumber(token: Token): Expression {
  if (!token.text.startsWith('-')) return numberOf(token);
  return { kind: 'negative', of: numberOf({ ...token, text: token.text.slice(1) }) };
}
