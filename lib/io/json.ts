/**
 * JSON, for headers of files from elsewhere: objects become maps, so that no name is special; a name that comes twice
 * and half of a surrogate pair are refused; numbers stay as they are written, so that `8` and `8.0` differ. `JSON.parse`
 * lets the last of two equal names win and rounds large numbers.
 */
import { FileError, showName } from './file-error.ts';
import { hasLoneSurrogate } from './text.ts';

/** A number as it is written. */
export interface JsonNumber {
  readonly literal: string;
}

export type JsonObject = ReadonlyMap<string, Json>;
export type Json = string | boolean | null | JsonNumber | readonly Json[] | JsonObject;

export const isObject = (value: Json | undefined): value is JsonObject => value instanceof Map;
export const isNumber = (value: Json | undefined): value is JsonNumber =>
  typeof value === 'object' && value !== null && 'literal' in value;

/** An integer of at least 0, or nothing. Not `-0`, `8.0`, `8e0`, nor what float64 cannot count. */
export function asCount(value: Json | undefined): number | undefined {
  if (!isNumber(value) || !/^\d+$/.test(value.literal)) return undefined;
  const count = Number(value.literal);
  return Number.isSafeInteger(count) ? count : undefined;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '"': '"', '\\': '\\', '/': '/' },
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
};
const DEEPEST = 64;

/** @throws FileError that says where the text stops being JSON. */
export function parseJson(text: string): Json {
  const scanner = new Scanner(text);
  const value = scanner.value(0);
  scanner.space();
  if (scanner.at < text.length) throw scanner.error('expected its end');
  return value;
}

class Scanner {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  value(depth: number): Json {
    this.space();
    if (depth > DEEPEST) throw this.error(`nested more than ${DEEPEST} deep`);
    const first = this.text[this.at];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return this.string();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    const literal = this.match(NUMBER);
    if (!literal) throw this.error('expected a value');
    return { literal };
  }

  object(depth: number): JsonObject {
    const entries = new Map<string, Json>();
    this.list('}', () => {
      const start = this.at;
      if (this.text[this.at] !== '"') throw this.error('expected a name in quotes');
      const name = this.string();
      if (entries.has(name)) throw this.error(`the name ${showName(name)} is there twice`, start);
      this.space();
      this.expect(':');
      entries.set(name, this.value(depth + 1));
    });
    return entries;
  }

  array(depth: number): readonly Json[] {
    const items: Json[] = [];
    this.list(']', () => {
      items.push(this.value(depth + 1));
    });
    return items;
  }

  /** What stands between the bracket at the cursor and `close`, separated by commas. */
  list(close: string, item: () => void): void {
    this.at++;
    this.space();
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      this.space();
      item();
      this.space();
      if (this.text[this.at] === close) break;
      this.expect(',');
    }
    this.at++;
  }

  string(): string {
    const start = this.at++;
    const parts: string[] = [];
    let from = this.at;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === QUOTE) break;
      if (!(code >= 0x20)) throw this.error(Number.isNaN(code) ? 'a text without an end' : 'a control character');
      if (code !== BACKSLASH) {
        this.at++;
        continue;
      }
      parts.push(this.text.slice(from, this.at), this.escape());
      from = this.at;
    }
    parts.push(this.text.slice(from, this.at++));
    const value = parts.join('');
    if (hasLoneSurrogate(value)) throw this.error('half of a surrogate pair', start);
    return value;
  }

  escape(): string {
    const letter = this.text[this.at + 1] ?? '';
    const simple = ESCAPES[letter];
    if (simple !== undefined) {
      this.at += 2;
      return simple;
    }
    const hex = this.text.slice(this.at + 2, this.at + 6);
    if (letter !== 'u' || !/^[\da-f]{4}$/i.test(hex)) throw this.error('an unknown escape');
    this.at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  space(): void {
    this.match(SPACE);
  }

  expect(character: string): void {
    if (this.text[this.at] !== character) throw this.error(`expected ${character}`);
    this.at++;
  }

  error(problem: string, at = this.at): FileError {
    return new FileError(`the header is not valid JSON at character ${at + 1}: ${problem}`);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
