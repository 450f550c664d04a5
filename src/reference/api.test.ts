import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Part, readApi } from './api.ts';

const FILES = {
  'lib/tsconfig.json':
    '{ "compilerOptions": { "target": "ES2023", "allowImportingTsExtensions": true, "noEmit": true } }',
  'lib/index.ts':
    "export * from './run.ts';\nexport { cell as unit } from './cells/cell.ts';\nexport * as io from './io/index.ts';\nexport * as littleOne from './one.ts';\n",
  'lib/run.ts': `/** The head
 * of the file. */
import { cell } from './cells/cell.ts';

/**
 * Runs it.
 *
 * @throws RangeError when it cannot
 * @__NO_SIDE_EFFECTS__
 */
export function run(
  a: number,
  b = 1,
): number {
  return a + b + cell.size;
}
export const both = (x: number, y?: string): readonly string[] => [String(x), y ?? ''];
export const far = <T>(one: readonly T[], { a, b = 2 }: { readonly a: number; readonly b?: number }): readonly T[] =>
  one.slice(a, b);
export const table = { one: 1, two: 'b' } as const;
export type Key = keyof typeof table;
/** What can go wrong. */
export class Failure extends Error {
  /** Where. */
  readonly at: number;
  private hidden = 1;
  constructor(at: number) {
    super();
    this.at = at + this.hidden;
  }
  /** Tells it. */
  tell(): string {
    return String(this.at);
  }
}
const own = 1;
`,
  'lib/cells/cell.ts': `/** The head of a file, not a docstring. */

export interface Cell {
  /** Units. */
  readonly size: number;
}
export const cell: Cell = { size: 1 };
`,
  'lib/io/index.ts': "/** Not shown. */\nexport { read } from './read.ts';\n",
  'lib/one.ts': 'export const x = 1;\n',
  'lib/io/read.ts': '/** Reads. */\nexport const read = (text: string): string => text;\n',
};

describe('the reference of a small library', () => {
  const root = mkdtempSync(join(tmpdir(), 'reference-'));
  let parts: readonly Part[];
  beforeAll(() => {
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    parts = readApi(root);
  });
  afterAll(() => rmSync(root, { recursive: true }));
  const entry = (name: string) => {
    const all = parts.flatMap(({ modules }) => modules.flatMap(({ entries }) => entries));
    return all.find((each) => each.name === name)!;
  };

  it('has a page for a folder, one for a namespace, and one for a group of other files; what is not exported is nowhere', () => {
    const names = parts.map(({ id, modules }) => [
      id,
      modules.map(({ file, entries }) => [file, entries.map(({ name }) => name)]),
    ]);
    expect(names).toEqual([
      ['running', [['lib/run.ts', ['run', 'both', 'far', 'table', 'Key', 'Failure']]]],
      ['cells', [['lib/cells/cell.ts', ['unit']]]],
      ['io', [['lib/io/read.ts', ['io.read']]]],
      ['little-one', [['lib/one.ts', ['littleOne.x']]]],
    ]);
  });

  it('knows a file’s head from a docstring', () => {
    expect(parts.map(({ modules }) => modules[0]!.doc)).toEqual([
      'The head\nof the file.',
      'The head of a file, not a docstring.',
      '',
      '',
    ]);
    expect(entry('run').doc).toBe('Runs it.');
    expect(entry('io.read').doc).toBe('Reads.');
    expect(entry('unit').doc).toBe('');
  });

  it('gives place and tags', () => {
    expect(entry('run')).toMatchObject({ file: 'lib/run.ts', line: 11, kind: 'function' });
    expect(entry('run').tags).toEqual([{ name: 'throws', text: 'RangeError when it cannot' }]);
  });

  it.each([
    ['run', 'function run(a: number, b = 1): number'],
    ['both', 'function both(x: number, y?: string): readonly string[]'],
    [
      'far',
      'function far<T>(\n  one: readonly T[],\n  { a, b = 2 }: { readonly a: number; readonly b?: number },\n): readonly T[]',
    ],
    ['table', "const table: {\n  readonly one: 1;\n  readonly two: 'b';\n}"],
    ['Key', "type Key = 'one' | 'two';"],
    ['unit', 'const cell: Cell'],
    ['io.read', 'function read(text: string): string'],
    [
      'Failure',
      'class Failure extends Error {\n  /** Where. */\n  readonly at: number;\n  constructor(at: number);\n  /** Tells it. */\n  tell(): string;\n}',
    ],
  ])('shows %s without its body', (name, signature) => expect(entry(name).signature).toBe(signature));
});

describe('the reference of this library', () => {
  const entries = readApi().flatMap(({ modules }) => modules.flatMap((module) => module.entries));

  it('has every public export, and every public export has a docstring', () => {
    const without = entries.filter(({ doc }) => doc === '').map(({ name }) => name);
    expect(without).toEqual([]);
  });

  it('names every export once', () => {
    const names = entries.map(({ name }) => name);
    expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([]);
  });

  it('names the place of every export', () => {
    for (const { name, file, line } of entries) {
      const declared = name.slice(name.lastIndexOf('.') + 1);
      expect(readFileSync(file, 'utf8').split('\n')[line - 1]).toContain(declared);
    }
  });
});
