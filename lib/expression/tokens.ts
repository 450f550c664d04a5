/** Cuts a typed formula into numbers, words and marks, each with its place. Ways of writing one mark become one. */
import { ExpressionError } from './error.ts';

export interface Token {
  /** `end` is one more token, behind the last. */
  readonly kind: 'number' | 'word' | 'mark' | 'raised' | 'end';
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

const MARKS: Readonly<Record<string, string>> = {
  '-': '−',
  '–': '−',
  '*': '·',
  '×': '·',
  '⋅': '·',
  '⊙': '·',
  '÷': '/',
  '**': '^',
  '[': '(',
  ']': ')',
};
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
// The sign is taken only where digits follow: `2e−x` is 2·e − x.
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][-+−]?\d+)?/y;
const WORD = /\p{L}+(?:_[\p{L}\d]+)?/uy;
const POWER = /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/uy;
const MARK = /\*\*|[-+−–*×·⋅⊙/÷^()[\],|√]/uy;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const space = matchAt(/\s+/y, text, at);
    if (space) {
      at += space.length;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.length;
  }
  return [...tokens, { kind: 'end', text: '', at: text.trimEnd().length, length: 0 }];
}

function tokenAt(text: string, at: number): Token {
  const make = (kind: Token['kind'], typed: string, meant = typed): Token => ({
    ...{ kind, text: meant, at, length: typed.length },
  });
  const number = matchAt(NUMBER, text, at);
  if (number) return make('number', number, number.replace('−', '-'));
  const word = matchAt(WORD, text, at);
  if (word) return make('word', word);
  const raised = matchAt(POWER, text, at);
  if (raised) return make('raised', raised, raised.replace('⁻', '-').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, digit));
  const mark = matchAt(MARK, text, at);
  if (mark === '√') return make('word', mark);
  if (mark) return make('mark', mark, MARKS[mark] ?? mark);
  const character = String.fromCodePoint(text.codePointAt(at)!);
  throw new ExpressionError('character', at, character.length, character);
}

const digit = (raised: string): string => String(RAISED.indexOf(raised));

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
