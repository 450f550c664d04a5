/** The code beside the stepper, quoted from the library. Used at build only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from 'unrolled';
import { ROOT } from '../../authoring/files.ts';
import { quoteDeclaration, quoteMethod } from '../../authoring/quote.ts';
import { cellsOf, type Family } from './families.ts';

export interface Part {
  /** What it is and where it stands. */
  readonly title: string;
  readonly code: string;
  /** The cells whose step it is; empty where it is code of all. */
  readonly cells: readonly string[];
}

/** The step of each cell of the family, once for each file, then what the engine makes a network of it with. */
export function listing(family: Family): readonly Part[] {
  return [...stepsOf(family), ...NETWORK];
}

const NETWORK: readonly Part[] = [
  { title: 'readout, lib/cells/readout.ts', code: quote('lib/cells/readout.ts', 'readout'), cells: [] },
  { title: 'timeStep, lib/network.ts', code: quote('lib/network.ts', 'timeStep'), cells: [] },
  {
    title: 'the steps and the total loss, lib/network.ts',
    code: linesFrom(quote('lib/network.ts', 'network'), '= scan(', ' L: '),
    cells: [],
  },
];

/** What each file of the library's catalogue exports. */
const catalogue = Object.entries(
  import.meta.glob<Record<string, Partial<Cell>>>(
    ['../../../lib/cells/*.ts', '!**/{index,catalogue}.ts', '!**/*.test.ts'],
    {
      eager: true,
    },
  ),
).map(([path, exports]) => ({ file: path.replace(/^(\.\.\/)+/, ''), cells: Object.values(exports) }));

function stepsOf(family: Family): Part[] {
  const offered = cellsOf(family).map(({ id }) => id);
  return catalogue.flatMap(({ file, cells }) => {
    const held = cells.flatMap(({ id, step }) => (step && offered.includes(id!) ? [id!] : []));
    if (held.length === 0) return [];
    return [{ title: `step of the cell, ${file}`, code: quoteMethod(file, source(file), 'step'), cells: held }];
  });
}

/** The lines of a function from the one that has `from` to the one that has `to`. */
function linesFrom(code: string, from: string, to: string): string {
  const lines = code.split('\n');
  const [first, last] = [from, to].map((text) => lines.findIndex((line) => line.includes(text)));
  if (first! < 0 || last! < first!) throw new Error(`no lines from "${from}" to "${to}"`);
  const indent = lines[first!]!.search(/\S/);
  return lines
    .slice(first!, last! + 1)
    .map((line) => line.slice(indent))
    .join('\n');
}

function source(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function quote(file: string, name: string): string {
  return quoteDeclaration(file, source(file), name, { docs: false }).code;
}
