import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../_shared/parse-number.ts';
import { parseField, parseNumbers, parseTable, parseText } from './input.ts';
import { LIMITS } from './state.ts';

const read = (text: string, column?: number) => {
  const parsed = parseNumbers(text, column);
  return parsed.ok && parsed.sequence.kind === 'numbers' ? [...parsed.sequence.x] : undefined;
};
const refusal = (text: string, column?: number) => {
  const parsed = parseNumbers(text, column);
  return parsed.ok ? undefined : parsed.message;
};
const textOf = (text: string) => {
  const parsed = parseText(text);
  return parsed.ok && parsed.sequence.kind === 'text' ? parsed.sequence.text : undefined;
};
const notes = (parsed: ReturnType<typeof parseText>) => (parsed.ok ? parsed.notes : []);
/** Milliseconds, the best of three. */
const took = (run: () => unknown) =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const from = performance.now();
      run();
      return performance.now() - from;
    }),
  );

describe('a number', () => {
  it.each([
    ['1', 1],
    [' 0.5 ', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['−3', -3],
    ['-3,25', -3.25],
    ['+2', 2],
    ['1e-3', 0.001],
    ['2E5', 200000],
  ])('is read as people write it: “%s”', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(
    [['', ' ', 'abc', 'NaN', 'Infinity', '1 2', '1.2.3', '0x10', '1_000', '1,000,000', '--1', 'e5', '１']].flat(),
  )('is not “%s”', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it('that is printed is read back, whatever it is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(parseNumber(String(x))).toBe(x + 0 === 0 ? x + 0 : x);
        expect(parseNumber(String(x).replace('-', '−'))).toBe(x + 0 === 0 ? x + 0 : x);
      }),
    );
  });

  it('in a box must be there, be a number, be finite, and be in range', () => {
    const box = (text: string) => parseField(text, [-1e6, 1e6]);
    expect(box('0,5')).toBe(0.5);
    expect(box('  ')).toBe('Give a number.');
    expect(box('abc')).toBe('“abc” is not a number.');
    expect(box('1e999')).toBe('“1e999” is not a number.');
    expect(box('NaN')).toBe('“NaN” is not a number.');
    expect(box('1000001')).toBe('1000001 is outside -1000000 … 1000000.');
    expect(box('x'.repeat(99))).toBe(`“${'x'.repeat(24)}…” is not a number.`);
  });
});

describe('a list of numbers', () => {
  it.each([
    ['commas', '1, 0, -1'],
    ['commas without spaces', '1,0,-1'],
    ['new lines', '1\n0\n-1\n'],
    ['Windows’ new lines', '1\r\n0\r\n-1\r\n'],
    ['semicolons', '1;0;-1'],
    ['spaces', '  1  0 -1 '],
    ['tabs', '1\t0\t-1'],
    ['a real minus sign', '1, 0, −1'],
  ])('may be separated by %s', (_, text) => {
    expect(read(text)).toEqual([1, 0, -1]);
  });

  it('may have decimal commas when something else separates it', () => {
    expect(read('1,5; 0; −2,25')).toEqual([1.5, 0, -2.25]);
    expect(read('1,5 0,5')).toEqual([1.5, 0.5]);
    expect(read('1,5\t0,5')).toEqual([1.5, 0.5]);
  });

  it('has the next number as each target, and its own at the end', () => {
    const parsed = parseNumbers('3, 1, 4');
    expect(parsed).toEqual({ ok: true, sequence: { kind: 'numbers', x: [3, 1, 4], target: [1, 4, 4] }, notes: [] });
  });

  it.each([
    ['', 'Give at least one number, for example 1, 0, −1.'],
    ['  \n ', 'Give at least one number, for example 1, 0, −1.'],
    [' , ,', 'Give at least one number, for example 1, 0, −1.'],
    ['abc', 'Item 1, “abc”, is not a finite number. Nothing was changed.'],
    ['1, two, 3', 'Item 2, “two”, is not a finite number. Nothing was changed.'],
    ['NaN', 'Item 1, “NaN”, is not a finite number. Nothing was changed.'],
    ['1, Infinity', 'Item 2, “Infinity”, is not a finite number. Nothing was changed.'],
    ['1e999', 'Item 1, “1e999”, is too large: at most a million either way. Nothing was changed.'],
    ['1, -1000001', 'Item 2, “-1000001”, is too large: at most a million either way. Nothing was changed.'],
    ['<script>alert(1)</script>', 'Item 1, “<script>alert(1)</script…”, is not a finite number. Nothing was changed.'],
  ])('that is “%s” is refused with a reason', (text, reason) => {
    expect(refusal(text)).toBe(reason);
  });

  it('of sixty is cut to fifty, and says so', () => {
    const sixty = Array.from({ length: 60 }, (_, k) => k).join(', ');
    expect(read(sixty)).toEqual(Array.from({ length: 50 }, (_, k) => k));
    expect(notes(parseNumbers(sixty))).toEqual([
      '60 numbers given; the first 50 are used, because the figure unrolls at most 50 steps.',
    ]);
    expect(notes(parseNumbers(Array(50).fill(1).join(' ')))).toEqual([]);
  });

  it('of ten megabytes is read or refused at once', () => {
    const digits = '7'.repeat(1e7);
    const list = '1, 2.5, '.repeat(1.25e6);
    expect(refusal(digits)).toMatch(/^Item 1, “7{24}…”, is too large/);
    expect(read(list)).toHaveLength(LIMITS.T);
    expect(notes(parseNumbers(list))).toContain('10,000,000 characters pasted; only the first 10,000 were read.');
    for (const text of [digits, list, ' '.repeat(1e7), '1,'.repeat(5e6), '"'.repeat(1e7), '1\n'.repeat(5e6)]) {
      expect(took(() => parseNumbers(text))).toBeLessThan(150);
      expect(took(() => parseTable(text))).toBeLessThan(150);
    }
  });

  it('of any characters is read or refused, never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.nat(9), (a, b, column) => {
        for (const text of [a, b, `${a}\n${b}`, `1,2\n${b}`]) {
          const parsed = parseNumbers(text, column);
          if (parsed.ok && parsed.sequence.kind === 'numbers')
            expect(parsed.sequence.x.every((x) => Math.abs(x) <= 1e6)).toBe(true);
          else if (!parsed.ok) expect(parsed.message).not.toBe('');
        }
      }),
    );
  });
});

describe('a pasted table', () => {
  const csv = 'day,"temperature, °C",rain\n1,"20.5",0\n2,"−1",3\n';

  it('names its columns by its header, and any column can be chosen', () => {
    expect(parseTable(csv)!.columns).toEqual(['day', 'temperature, °C', 'rain']);
    expect([0, 1, 2].map((column) => read(csv, column))).toEqual([
      [1, 2],
      [20.5, -1],
      [0, 3],
    ]);
  });

  it('may have one column, when it has a header', () => {
    for (const [text, name] of [
      ['price\n1\n2\n3', 'price'],
      ['"price, EUR"\r\n1\r\n2\r\n3\r\n', 'price, EUR'],
      ['température\n1, 2, 3', 'température'],
      ['_x\n\n1,0\n2,0\n3,0', '_x'],
    ] as const) {
      expect(parseTable(text)?.columns, text).toEqual([name]);
      expect(read(text), text).toEqual([1, 2, 3]);
      expect(notes(parseNumbers(text)), text).toEqual([`Column “${name}”: 3 numbers.`]);
    }
  });

  it('has no header that is a number gone wrong, or that stands above nothing', () => {
    for (const text of ['NaN\n1\n2', 'Infinity\n1', '1O\n2\n3', '1\n2\n3', 'price', 'price\nhigh\n1'])
      expect(parseTable(text), text).toBeUndefined();
    expect(refusal('NaN\n1')).toContain('Item 1, “NaN”');
    expect(refusal('price\n1\nhigh')).toContain('Item 2, “high”');
  });

  it('without a header has numbered columns', () => {
    expect(parseTable('1;2\n3;4')).toEqual({
      columns: ['Column 1', 'Column 2'],
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
    });
  });

  it('may have decimal commas when semicolons or tabs separate it, or when cells are quoted', () => {
    expect(read('a;b\n1,5;2,5\n0,5;−1', 1)).toEqual([2.5, -1]);
    expect(read('a\tb\r\n1,5\t2,5\r\n', 0)).toEqual([1.5]);
    expect(read('"a","b"\n"1,5","2,5"\n"0,5","3"', 1)).toEqual([2.5, 3]);
  });

  it('may have quotes and separators inside of quotes', () => {
    expect(parseTable('"say ""x""",b\n1,2')!.columns).toEqual(['say "x"', 'b']);
    expect(parseTable('"a;b";"c"\n"1";"2"')!.columns).toEqual(['a;b', 'c']);
  });

  it('is not seen in a list over several lines', () => {
    expect(parseTable('1\n2\n3')).toBeUndefined();
    expect(parseTable('1, 2, 3')).toBeUndefined();
  });

  it('with a hole or a word in the chosen column is refused there', () => {
    expect(refusal('a,b\n1,2\n3', 0)).toBeDefined();
    expect(refusal('a,b\n1,2\n3,', 1)).toBe('Item 2, “”, is not a finite number. Nothing was changed.');
    expect(refusal('a,b\n1,2\nx,4', 0)).toBe('Item 2, “x”, is not a finite number. Nothing was changed.');
    expect(refusal(csv, 7)).toBe('Item 1, “”, is not a finite number. Nothing was changed.');
  });

  it('that was cut loses its last row, which may be half a row', () => {
    const rows = Array.from({ length: 3000 }, (_, k) => `${k},${1000 + k}`).join('\n');
    expect(read(rows, 1)).toEqual(Array.from({ length: 50 }, (_, k) => 1000 + k));
  });
});

describe('a text', () => {
  it('is kept as it is when it fits, spaces and signs and all', () => {
    expect(textOf('hello')).toBe('hello');
    expect(textOf(' a\n+%')).toBe(' a\n+%');
  });

  it('counts an emoji as one character', () => {
    expect(textOf('😀😃')).toBe('😀😃');
    expect(parseText('😀')).toEqual({
      ok: false,
      message: 'One character has no next one to predict: give at least two.',
    });
    expect(Array.from(textOf('😀'.repeat(60))!)).toHaveLength(LIMITS.T + 1);
  });

  it('has no halves of characters, which no address can hold', () => {
    expect(textOf('a\ud83db')!.isWellFormed()).toBe(true);
  });

  it('is composed, so that é is one character', () => {
    expect(textOf('e\u0301a')).toBe('éa');
  });

  it('that is empty or one character is refused', () => {
    expect(parseText('')).toEqual({ ok: false, message: 'Give a text of at least two characters.' });
    expect(parseText('e\u0301')).toMatchObject({ ok: false });
  });

  it('with a thirteenth different character is cut before it', () => {
    const parsed = parseText('abcabcdefghijklmno');
    expect(parsed).toMatchObject({ ok: true, sequence: { text: 'abcabcdefghijkl' } });
    expect(notes(parsed)).toEqual([
      'The text is cut before “m”, after 15 characters: one-hot vectors here have at most 12 positions.',
    ]);
  });

  it('of ten megabytes is cut at once', () => {
    const long = 'ab'.repeat(5e6);
    expect(textOf(long)).toHaveLength(LIMITS.T + 1);
    expect(notes(parseText(long))[0]).toMatch(/^10,000,000 characters/);
    for (const text of [long, '😀'.repeat(2.5e6), 'e\u0301'.repeat(5e6)])
      expect(took(() => parseText(text))).toBeLessThan(150);
  });
});
