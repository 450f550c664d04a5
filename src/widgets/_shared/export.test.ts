import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from './export.ts';

/** A reader of RFC 4180, for what the writer wrote. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare!);
    if (end === '\r\n') rows.push([]);
    if (end === '') return rows;
  }
  return rows;
}

describe('numbers as CSV', () => {
  it('keep full precision, a row a line', () => {
    expect(
      csv([
        ['name', 'value'],
        ['h_1', 0.1 + 0.2],
        ['L', 1e-300],
      ]),
    ).toBe('name,value\r\nh_1,0.30000000000000004\r\nL,1e-300');
  });

  it('have quotes around cells that need them, and only there', () => {
    expect(csv([['a,b', 'say "x"', 'two\nlines', 'plain text', '']])).toBe(
      '"a,b","say ""x""","two\nlines",plain text,',
    );
    expect(csv([['a\rb']])).toBe('"a\rb"');
  });

  it('are read back as they were, whatever the cells hold', () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom(...Array.from('a,"\n\r;é ')) }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 3 }), (rows) => {
        expect(parse(csv(rows))).toEqual(rows);
      }),
    );
  });
});
