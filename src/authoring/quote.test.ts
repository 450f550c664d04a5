import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quoteDeclaration, quoteMethod } from './quote.ts';

const SOURCE = `import { x } from './x.ts';

/** One. */
export const one = () => {
  return 'const two = 2';
};

// Not a doc comment.
const two = 2;
function three(): number {
  return 3;
}
export interface Four {
  readonly four: 4;
}
`;

const quote = (name: string, options?: { docs?: boolean }) => quoteDeclaration('a.ts', SOURCE, name, options);

describe('quoteDeclaration', () => {
  it('takes the whole declaration with its doc comment, and says where it stands', () => {
    expect(quote('one')).toEqual({
      code: "/** One. */\nexport const one = () => {\n  return 'const two = 2';\n};",
      line: 3,
    });
  });

  it('leaves the doc comment out if asked', () => {
    expect(quote('one', { docs: false })).toMatchObject({ line: 4 });
  });

  it('parses: a name inside of a string is no declaration', () => {
    expect(quote('two')).toEqual({ code: 'const two = 2;', line: 9 });
  });

  it('finds functions and types', () => {
    expect(quote('three').code).toBe('function three(): number {\n  return 3;\n}');
    expect(quote('Four').code).toContain('readonly four: 4;');
  });

  it('fails on a name that is not declared, and lists those that are', () => {
    expect(() => quote('five')).toThrow('a.ts declares no "five"; it has one, two, three, Four');
  });

  it('quotes the library', () => {
    const file = 'lib/cells/rnn.ts';
    expect(quoteDeclaration(file, readFileSync(file, 'utf8'), 'rnnWith').code).toMatch(/^\/\*\*[\s\S]*step\(/);
  });
});

describe('quoteMethod', () => {
  const OBJECT = `const step = 1;
export const cell = define({
  id: 'step',
  step(x) {
    return { x };
  },
});
`;

  it('takes a method wherever it stands, from the margin on', () => {
    expect(quoteMethod('a.ts', OBJECT, 'step')).toBe('step(x) {\n  return { x };\n}');
  });

  it('throws where there is none', () => {
    expect(() => quoteMethod('a.ts', OBJECT, 'id')).toThrow('a.ts has no method "id"');
  });
});
