/**
 * Reads what a reader typed or pasted: numbers, a CSV with a choice of column, or a text. Says at the field what
 * was cut and why; throws nothing; a refusal leaves the state as it was.
 */

import { parseNumber } from '../_shared/parse-number.ts';
import { alphabetOf, LIMITS, nextValues, type Sequence } from './state.ts';
import { strings } from './strings.ts';

export type Parsed =
  | { readonly ok: true; readonly sequence: Sequence; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string };

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const refuse = (message: string): Parsed => ({ ok: false, message });

/** One field for a number box: a message when it is empty, not a number, or out of `range`. */
export function parseField(text: string, [low, high]: readonly [number, number]): number | string {
  if (text.trim() === '') return strings.input.emptyField;
  const value = parseNumber(text);
  if (value === undefined || !Number.isFinite(value)) return strings.input.notNumber(text.trim());
  return value < low || value > high ? strings.input.outOfRange(value, low, high) : value;
}

const MARKS = [';', '\t', ','];

/**
 * Splits a paste with several columns, or one with a header, into a table; undefined when it is a plain list. The
 * first row is the header when none of its cells is a number.
 */
export function parseTable(text: string): Table | undefined {
  const lines = text
    .slice(0, LIMITS.characters)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  const cells = MARKS.map((mark) => lines.map((line) => cellsOf(line, mark))).find((rows) =>
    rows.every((row) => row.length > 1),
  );
  if (!cells) return oneColumn(lines);
  const [head, ...rest] = cells;
  const hasHeader = head!.every((cell) => parseNumber(cell) === undefined);
  const columns = head!.map((cell, k) => (hasHeader && cell !== '' ? cell : strings.input.column(k + 1)));
  return { columns, rows: hasHeader ? rest : cells };
}

/** `price` is a name; `NaN` and `1O` are mistakes. */
const isName = (text: string): boolean => /^[\p{L}_]/u.test(text) && !/^(nan|inf(inity)?)$/i.test(text);

/** A name above a list of numbers. */
function oneColumn([head = '', ...rest]: readonly string[]): Table | undefined {
  const [name = ''] = cellsOf(head, ',');
  const items = listOf(rest.join('\n'));
  if (
    MARKS.some((mark) => cellsOf(head, mark).length > 1) ||
    !isName(name) ||
    parseNumber(items[0] ?? '') === undefined
  )
    return undefined;
  return { columns: [name], rows: items.map((item) => [item]) };
}

/** A row's cells; quotes may hold separators, and quotes written twice (RFC 4180). */
const cellsOf = (line: string, mark: string): string[] =>
  Array.from(
    line.matchAll(new RegExp(`(?:^|${mark}) *("(?:[^"]|"")*"(?= *(?:${mark}|$))|[^${mark}]*)`, 'g')),
    ([, cell]) => (cell!.startsWith('"') ? cell!.replace(/^"(.*)"$/, '$1').replaceAll('""', '"') : cell!).trim(),
  );

/** A list of numbers, or one column of a pasted table. */
export function parseNumbers(text: string, column = 0): Parsed {
  if (text.trim() === '') return refuse(strings.input.empty);
  const notes: string[] = [];
  const table = parseTable(text);
  const source = table ? table.rows.map((row) => row[column] ?? '') : listOf(text.slice(0, LIMITS.characters));
  if (text.length > LIMITS.characters) notes.push(strings.input.tooLong(text.length, LIMITS.characters));
  if (table && notes.length > 0) source.pop();
  const x: number[] = [];
  for (const [k, item] of source.slice(0, LIMITS.T).entries()) {
    const value = parseNumber(item);
    if (value === undefined) return refuse(strings.input.notNumberAt(item, k + 1));
    if (!Number.isFinite(value) || Math.abs(value) > 1e6) return refuse(strings.input.tooBig(item, k + 1));
    x.push(value);
  }
  if (x.length === 0) return refuse(strings.input.empty);
  if (table?.columns.length === 1) notes.push(strings.input.named(table.columns[0]!, source.length));
  if (source.length > LIMITS.T) notes.push(strings.input.tooManySteps(source.length, LIMITS.T));
  return { ok: true, sequence: { kind: 'numbers', x, target: nextValues(x) }, notes };
}

/** Separated by new lines, semicolons, spaces or commas; `1,5 2,5` has decimal commas because spaces separate it. */
const listOf = (text: string): string[] => {
  const marks = [/[\n\r]+/, /;/, /\s+/, /,/];
  const mark =
    /,\s/.test(text) && !/[;\n]/.test(text.trim()) ? /[,\s]+/ : (marks.find((each) => each.test(text.trim())) ?? /,/);
  return text
    .trim()
    .split(mark)
    .map((item) => item.trim())
    .filter((item) => item !== '');
};

/** A text: at least two characters, at most `LIMITS.T` steps and `LIMITS.symbols` different ones. */
export function parseText(text: string): Parsed {
  const characters = Array.from(text.slice(0, LIMITS.characters).toWellFormed().normalize('NFC'));
  if (characters.length === 0) return refuse(strings.input.emptyText);
  if (characters.length < 2) return refuse(strings.input.shortText);
  const notes: string[] = [];
  let kept = characters.slice(0, LIMITS.T + 1);
  const count = text.length > LIMITS.characters ? text.length : characters.length;
  if (count > kept.length) notes.push(strings.input.longText(count, kept.length));
  const alphabet = alphabetOf(kept.join(''));
  if (alphabet.length > LIMITS.symbols) {
    const extra = alphabet[LIMITS.symbols]!;
    kept = kept.slice(0, kept.indexOf(extra));
    notes.push(strings.input.manyCharacters(LIMITS.symbols, extra, kept.length));
  }
  return { ok: true, sequence: { kind: 'text', text: kept.join('') }, notes };
}
