import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileError } from './file-error.ts';
import { asCount, type Json, parseJson } from './json.ts';

/** What `JSON.parse` would have made of it; objects without a prototype, so that no name is special. */
function plain(json: Json): unknown {
  if (json instanceof Map)
    return Object.assign(Object.create(null), Object.fromEntries([...json].map(([k, v]) => [k, plain(v)])));
  if (Array.isArray(json)) return json.map(plain);
  return typeof json === 'object' && json !== null && 'literal' in json ? Number(json.literal) : json;
}

describe('parseJson', () => {
  it('reads what JSON.stringify writes', () => {
    const values = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
    fc.assert(
      fc.property(values, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(JSON.stringify(plain(parseJson(text)))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('accepts exactly the texts that JSON.parse accepts, but for names that come twice and lone surrogates', () => {
    const pieces = fc.constantFrom(
      ...'{}[],:"\\ \n',
      '1',
      '-',
      '0',
      '.5',
      'e+2',
      'true',
      'null',
      '"a"',
      '"b":',
      '\\u00e9',
      'é',
      '\u0007',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let accepted = true;
        try {
          JSON.parse(text);
        } catch {
          accepted = false;
        }
        if (!accepted) expect(() => parseJson(text)).toThrow(FileError);
        else
          try {
            parseJson(text);
          } catch (error) {
            expect((error as Error).message).toMatch('is there twice');
          }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'at character 8: the name a is there twice'],
    ['{"__proto__":1,"__proto__":2}', 'the name __proto__ is there twice'],
    ['{"\\u0061":1,"a":2}', 'the name a is there twice'],
    ['["\\ud800"]', 'at character 2: half of a surrogate pair'],
    ['{"a" 1}', 'at character 6: expected :'],
    ['[1 2]', 'at character 4: expected ,'],
    ['{} x', 'at character 4: expected its end'],
    ['["a', 'at character 4: a text without an end'],
    ['["\\x"]', 'at character 3: an unknown escape'],
    ['[01]', 'at character 3: expected ,'],
    ['', 'at character 1: expected a value'],
    ['['.repeat(1e5), 'at character 66: nested more than 64 deep'],
  ])('refuses %j', (text, message) => expect(() => parseJson(text)).toThrow(message));

  it('keeps every name a name', () => {
    const json = parseJson('{"__proto__":{"x":1},"constructor":"c","2":true,"10":false}') as ReadonlyMap<string, Json>;
    expect([...json.keys()]).toEqual(['__proto__', 'constructor', '2', '10']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('asCount', () => {
  it.each([
    ['0', 0],
    ['8', 8],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740992', undefined],
    ['-0', undefined],
    ['-1', undefined],
    ['8.0', undefined],
    ['8e0', undefined],
    ['"8"', undefined],
    ['true', undefined],
  ])('of %s is %s', (text, count) => expect(asCount(parseJson(text))).toBe(count));
});
