/** Words that are written together: `xe` is x·e, `xsin` is x·sin. The longest known name counts first. */
import { ExpressionError } from './error.ts';
import { functionNames } from './functions.ts';
import type { Token } from './tokens.ts';

export const CONSTANTS: Readonly<Record<string, string>> = { e: 'e', π: 'π', pi: 'π' };

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

/** Whether a name is that of a function. */
export const isFunction = (name: string): boolean => functionNames.has(name);

/**
 * The names in a text that are neither functions nor constants nor `known`: letters that stand alone (`w`, `h_1`), and those
 * of two that are written together (`wx`). Longer words are left to be refused.
 */
export function singles(tokens: readonly Token[], known: readonly string[]): string[] {
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text);
  const isMeant = (word: string) => known.includes(word) || isFunction(word) || Object.hasOwn(CONSTANTS, word);
  const alone = words.filter((word) => /^\p{L}(_|$)/u.test(word) && !isMeant(word));
  const all = [...known, ...alone, ...functionNames.keys(), ...Object.keys(CONSTANTS)].sort(
    (a, b) => b.length - a.length,
  );
  const joined = words
    .filter((word) => /^\p{L}{2}$/u.test(word) && !isMeant(word) && !split(word, all))
    .flatMap((word) => [...word].filter((letter) => !isMeant(letter)));
  return words.flatMap((word) =>
    alone.includes(word) ? [word] : [...word].filter((letter) => joined.includes(letter)),
  );
}

/**
 * The names that a word is made of. `dead` are the lengths of the rests that are made of none: a word that can be cut in
 * many ways is looked at once from each place.
 */
function split(word: string, known: readonly string[], dead = new Set<number>()): readonly string[] | undefined {
  if (word === '') return [];
  if (dead.has(word.length)) return undefined;
  for (const name of known) {
    if (!word.startsWith(name)) continue;
    const rest = split(word.slice(name.length), known, dead);
    if (rest) return [name, ...rest];
  }
  dead.add(word.length);
  return undefined;
}

const list = (variables: readonly string[]): string =>
  [...variables, 'e', 'π', ...new Set(functionNames.values())].join(', ');
