import examples from 'virtual:doc-examples';
import { describe, expect, it } from 'vitest';
import { extractExamples, matchesPrinted, withAssertions } from './doc-examples.ts';

const SOURCE = `
/** Not an example. */
/**
 * Doubles.
 * \`\`\`ts
 * import { double } from 'unrolled';
 * double(2); // → 4
 * \`\`\`
 */
export const double = 2; // \`\`\`ts not in a docstring
`;

describe('doc examples', () => {
  it('are the ts fences inside doc comments, named by file and line', () => {
    expect(extractExamples('lib/double.ts', SOURCE)).toEqual([
      { name: 'lib/double.ts:5', code: "import { double } from 'unrolled';\ndouble(2); // → 4\n" },
    ]);
  });

  it('turn arrows into comparisons and leave other lines alone', () => {
    expect(withAssertions('const x = 1;\nx + 1; // → 2\n')).toBe('const x = 1;\nexpectPrinted((x + 1), "2");\n');
  });

  it('refuse an arrow after a declaration', () => {
    expect(() => withAssertions('const x = 1; // → 1')).toThrow('follows an expression');
  });

  it.each([
    [[1, 2], '[1, 2]', true],
    [[1, 2], '[1, 3]', false],
    [Math.tanh(1), '0.7615…', true],
    [Math.tanh(1), '0.7616…', false],
    [[0.123, 0.456], '[0.1…, 0.4…]', true],
    [0.5, '0.5', true],
    [0.55, '0.5', false],
    [new Float64Array([1]), '[1]', true],
    ['\\tanh(a)', '\\tanh(a)', true],
  ])('compare %o with %s', (value, expected, matches) => {
    expect(matchesPrinted(value, expected)).toBe(matches);
  });
});

describe.runIf(examples.length > 0)('docstring example', () => {
  it.each(examples)('$name runs and prints what it promises', ({ run }) => run());
});
