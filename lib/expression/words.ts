/** Words that are written together: `xe` is x·e, `xsin` is x·sin. The longest known name counts first. */
import { ExpressionError } from './error.ts';
import { functionNames } from './functions.ts';
import type { Token } from './tokens.ts';

const CONSTANTS: Readonly<Record<string, string>> = { e: 'e', π: 'π', pi: 'π' };

/** Replaces every word by the names that it is made of; constants by their sign. */
export function splitWords(tokens: readonly Token[], variables: readonly string[]): Token[] {
  const known = [...variables, ...functionNames.keys(), ...Object.keys(CONSTANTS)].sort((a, b) => b.length - a.length);
  return tokens.flatMap((token): readonly Token[] => {
    if (token.kind !== 'word') return [token];
    const parts = split(token.text, known);
    if (!parts) throw new ExpressionError('unknown', token.at, token.length, list(variables));
    let at = token.at;
    return parts.map((part) => {
      const text = variables.includes(part) ? part : (CONSTANTS[part] ?? part);
      const named: Token = { kind: 'word', text, at, length: part.length };
      at += part.length;
      return named;
    });
  });
}

function split(word: string, known: readonly string[]): readonly string[] | undefined {
  if (word === '') return [];
  for (const name of known) {
    if (!word.startsWith(name)) continue;
    const rest = split(word.slice(name.length), known);
    if (rest) return [name, ...rest];
  }
  return undefined;
}

const list = (variables: readonly string[]): string =>
  [...variables, 'e', 'π', ...new Set(functionNames.values())].join(', ');
