/**
 * Several formulas behind one another, as in a program: `a = w x + b; tanh(a)`. Each may be given a name that later ones
 * use, the last is the result. What has no name in the text and is no function is a variable.
 */

import { sum } from '../ops.ts';
import type { Program } from '../program.ts';
import type { Shape } from '../tensor.ts';
import { trace } from '../trace.ts';
import { ExpressionError, type Problem } from './error.ts';
import { evaluate } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { identity, type Value } from './functions.ts';
import { parse } from './parse.ts';
import { tokensOf } from './tokens.ts';
import { CONSTANTS, isFunction, singles } from './words.ts';

/** A formula and its name; the last one is called `L` when it has none. */
export interface Definition {
  readonly name: string;
  readonly expression: Expression;
}

/** What was read. */
export interface Listing {
  /** In the order in which they first stand in the text. */
  readonly variables: readonly string[];
  readonly definitions: readonly Definition[];
}

/** Longest listing that is read, most formulas and most variables. */
export const LISTING_LIMITS = { length: 1600, formulas: 64, variables: 12 } as const;

/** The name of the result. */
export const RESULT = 'L';

/** One formula of the text: where it begins, and its name. */
interface Part {
  readonly text: string;
  readonly at: number;
  readonly name?: string;
}

/**
 * Reads formulas that are separated by semicolons or line ends.
 *
 * ```ts
 * import { expressions } from 'unrolled';
 * const { variables, definitions } = expressions.parseListing('a = w x + b; tanh(a)²');
 * variables // → ['w', 'x', 'b']
 * definitions.map(({ name }) => name) // → ['a', 'L']
 * ```
 *
 * @throws ExpressionError, and nothing else, when the text cannot be read
 */
export function parseListing(text: string): Listing {
  const { length, formulas, variables: most } = LISTING_LIMITS;
  if (text.length > length) throw new ExpressionError('tooLong', length, text.length - length, String(length));
  const parts = partsOf(text);
  if (parts.length === 0) throw new ExpressionError('empty', 0);
  if (parts.length > formulas) throw new ExpressionError('tooMany', parts[formulas]!.at, 0, `${formulas} formulas`);
  const defined = new Set<string>();
  const variables: string[] = [];
  const definitions = parts.map((part, k): Definition => {
    const isLast = k === parts.length - 1;
    const expression = within(part.at, () => {
      for (const name of singles(tokensOf(part.text), [...defined, ...variables])) {
        if (name === RESULT) throw new ExpressionError('reserved', part.text.indexOf(RESULT), 1, RESULT);
        if (!defined.has(name) && !variables.includes(name)) variables.push(name);
      }
      return parse(part.text, [...variables, ...defined]);
    });
    const name = part.name ?? (isLast ? RESULT : undefined);
    if (name === undefined) throw new ExpressionError('unnamed', part.at, part.text.length);
    if (part.name !== undefined) refuse(part, name, isLast, [...defined, ...variables]);
    defined.add(name);
    return { name: isLast ? RESULT : name, expression };
  });
  if (variables.length === 0) throw new ExpressionError('noVariable', text.trimEnd().length);
  if (variables.length > most) throw new ExpressionError('tooMany', 0, text.length, `${most} variables`);
  return { variables, definitions };
}

/**
 * A listing as a program with the scalar output `L`. A variable may be a single number or a vector; all vectors have one
 * length, a single number that meets a vector is spread over it, and a result that is a vector is summed.
 */
export function programOfListing(
  { variables, definitions }: Listing,
  shapes: Readonly<Record<string, Shape>> = {},
): Program {
  const inputs = Object.fromEntries(
    variables.map((name) => [name, { shape: shapes[name] ?? [], kind: 'data' as const }]),
  );
  return trace(inputs, (given) => {
    const values: Record<string, Value> = { ...given };
    for (const { name, expression } of definitions) {
      const value = evaluate(expression, values);
      values[name] = expression.kind === 'variable' ? identity(value) : value;
    }
    const result = values[RESULT]!;
    const last = typeof result === 'number' ? identity(result, given[variables[0]!]!) : result;
    const named = definitions.flatMap(({ name }) => {
      const value = values[name]!;
      return typeof value === 'number' || name === RESULT ? [] : [[name, value] as const];
    });
    return { ...Object.fromEntries(named), [RESULT]: last.shape.length > 0 ? sum(last) : last };
  });
}

/** The formulas of a text with their names; empty ones are left out. */
function partsOf(text: string): Part[] {
  return [...text.matchAll(/[^;\n]+/g)].flatMap(([whole], k, all): Part[] => {
    const start = all[k]!.index;
    if (whole.trim() === '') return [];
    const equals = whole.indexOf('=');
    if (equals < 0) return [{ text: whole, at: start }];
    return [{ text: whole.slice(equals + 1), at: start + equals + 1, name: whole.slice(0, equals).trim() }];
  });
}

function refuse({ at }: Part, name: string, isLast: boolean, taken: readonly string[]): void {
  const fail = (problem: Problem): never => {
    throw new ExpressionError(problem, at - 1, 1, name);
  };
  if (!/^\p{L}+(_[\p{L}\d]+)?$/u.test(name)) fail('badName');
  if (name === RESULT && !isLast) fail('reserved');
  if (isFunction(name) || Object.hasOwn(CONSTANTS, name) || taken.includes(name)) fail('taken');
}

/** Errors of a part, at their place in the whole. */
function within<T>(at: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ExpressionError ? error.shifted(at) : error;
  }
}
