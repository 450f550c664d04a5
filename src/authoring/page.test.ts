import { describe, expect, it } from 'vitest';
import { numberOf, readOutline, uniqueId } from './page.ts';

const PAGE = `
import { Cite } from '../src/authoring/index.ts';

Text by <Cite key="a1990" /> and <Cite key="b2000" paren />, with $x^{2}$.

<Equation tex="x" />
<Equation tex="w" id="w" />
<Equation tex="y" number id="y" />

<Figure id="one" title="One">
  <Predict slot="predict" question="?" kind="number" answer={1}>See <Cite key="a1990" />.</Predict>
</Figure>
<Equation tex={'z'} number id="z" />

{/* <Figure id="not-this" title="A comment" /> */}

\`\`\`mdx
<Figure id="nor-this" title="Code" />
\`\`\`

<Claim id="E1"><Figure id="two" title="Two" /></Claim>
<Exercise id="first" kind="number" />

<References />
`;

describe('readOutline', () => {
  const outline = readOutline(PAGE);

  it('lists figures in the order of the page, wherever they are nested, but not comments and code', () => {
    expect(outline.figures).toEqual(['one', 'two']);
  });
  it('lists numbered equations only', () => expect(outline.equations).toEqual(['y', 'z']));
  it('lists exercises', () => expect(outline.exercises).toEqual(['first']));
  it('lists every citation', () => expect(outline.citations).toEqual(['a1990', 'b2000', 'a1990']));
  it('knows whether there is a list of references', () => {
    expect(outline.hasReferences).toBe(true);
    expect(readOutline('No more').hasReferences).toBe(false);
  });
});

describe('numberOf', () => {
  it('counts from 1 and fails on what the page does not name', () => {
    expect(numberOf(['a', 'b'], 'b', 'Figure')).toBe(2);
    expect(() => numberOf(['a', 'b'], 'c', 'Figure')).toThrow('Figure "c"');
  });
});

describe('uniqueId', () => {
  it('counts within one page', () => {
    const [page, other] = [{}, {}];
    expect([uniqueId(page, 'x'), uniqueId(page, 'x'), uniqueId(page, 'y'), uniqueId(other, 'x')]).toEqual([
      'x-1',
      'x-2',
      'y-1',
      'x-1',
    ]);
  });
});
