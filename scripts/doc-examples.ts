/**
 * Examples in docstrings, run as tests.
 *
 * A ```ts block inside a doc comment of a file in `lib` is a program: it imports what it needs from 'unrolled', and every
 * line that ends in `// → value` states what its expression prints:
 *
 *     import { sigmoid } from 'unrolled';
 *     sigmoid(0); // → 0.5
 *     sigmoid(1); // → 0.7310…
 *     [1, 2].map((x) => 2 * x); // → [2, 4]
 *
 * Printed as by `console.log`, white space aside, typed arrays like arrays; `…` stands for anything, so digits can be
 * left out.
 */
import { globSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import type { Plugin } from 'vite';

export interface Example {
  /** `file:line` of the opening fence. */
  name: string;
  code: string;
}

const DOC_COMMENT = /\/\*\*([\s\S]*?)\*\//g;
const FENCE = /^[ \t]*```ts\b[^\n]*\n([\s\S]*?)^[ \t]*```/gm;

export function extractExamples(file: string, source: string): Example[] {
  return [...source.matchAll(DOC_COMMENT)].flatMap((comment) => {
    // Stripping the stars keeps every line a line, so line numbers survive.
    const text = comment[1]!.replaceAll(/^[ \t]*\* ?/gm, '');
    return [...text.matchAll(FENCE)].map((fence) => ({
      name: `${file}:${lineAt(source, comment.index) + lineAt(text, fence.index) - 1}`,
      code: fence[1]!,
    }));
  });
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const ASSERTION = /^(\s*)(.+?);?\s*\/\/ → (.+)$/;

/** Turns each `expression; // → value` into a comparison. */
export function withAssertions(code: string): string {
  return code.replaceAll(/^.*\/\/ → .*$/gm, (line) => {
    const [, indent, expression, expected] = ASSERTION.exec(line) ?? [];
    if (!expression || /^(const|let|var|return|import)\b/.test(expression))
      throw new Error(`"// →" follows an expression of one line, not: ${line.trim()}`);
    return `${indent}expectPrinted((${expression}), ${JSON.stringify(expected!.trim())});`;
  });
}

const squeeze = (text: string): string => text.replaceAll(/\s+/g, '');

export function matchesPrinted(value: unknown, expected: string): boolean {
  const printed = squeeze(print(value));
  const [first = '', ...rest] = squeeze(expected).split('…');
  if (rest.length === 0) return printed === first;
  let at = first.length;
  if (!printed.startsWith(first)) return false;
  for (const part of rest) {
    const found = printed.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return rest.at(-1) === '' || printed.endsWith(rest.at(-1)!);
}

export const print = (value: unknown): string =>
  typeof value === 'string' ? value : inspect(value, WHOLE).replaceAll(/\b\w+Array\(\d+\) /g, '');

const WHOLE = { depth: null, breakLength: Number.POSITIVE_INFINITY };

const LIST = 'virtual:doc-examples';

/** `virtual:doc-examples` lists the examples below `folder`; importing one of them runs it. */
export function docExamples(folder: string): Plugin {
  const read = () => globSync(`${folder}/**/*.ts`).flatMap((file) => extractExamples(file, readFileSync(file, 'utf8')));
  return {
    name: 'doc-examples',
    resolveId: (id) => (id.startsWith(LIST) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${LIST}`)) return;
      const wanted = id.slice(LIST.length + 2);
      if (wanted === '') return listModule(read());
      const example = read().find(({ name }) => wanted === `${name}.ts`);
      if (!example) return;
      return `import { expectPrinted } from '/scripts/expect-printed.ts';\n${withAssertions(example.code)}`;
    },
  };
}

const listModule = (examples: Example[]): string => {
  const entries = examples.map(({ name }) => {
    const id = JSON.stringify(`${LIST}/${name}.ts`);
    return `{ name: ${JSON.stringify(name)}, run: () => import(${id}) }`;
  });
  return `export default [${entries.join(', ')}];`;
};
