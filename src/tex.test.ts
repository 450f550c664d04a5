import { describe, expect, it } from 'vitest';
import { renderTex } from './tex.ts';

describe('renderTex', () => {
  it('marks a symbol with its id', () => {
    expect(renderTex('\\sym{f_3}{f_t}')).toContain('data-sym="f_3"');
  });

  it('sets display formulas apart', () => {
    expect(renderTex('x', { display: true })).toContain('katex-display');
    expect(renderTex('x')).not.toContain('katex-display');
  });

  it('keeps the copy for screen readers, without a namespace, out of the search index', () => {
    const html = renderTex('x_t');
    expect(html).toContain('<span class="katex-mathml" data-pagefind-ignore=""><math>');
    expect(html).toContain('<annotation encoding="application/x-tex">x_t</annotation>');
  });

  it('sets a lone script as one shifted element, and two together as KaTeX does', () => {
    expect(renderTex('x^2')).toContain('<span class="katex-script" style="top:-0.363em;margin-right:0.05em;">');
    expect(renderTex('W_{h_t}')).not.toContain('vlist');
    expect(renderTex('h_{t_1}^{(1)}').match(/vlist-t |katex-script/g)).toEqual(['vlist-t ', 'katex-script']);
  });

  it.each(['\\frac{1', '\\undefinedmacro', '\\href{https://example.com}{x}', '\\includegraphics{a.png}'])(
    'refuses %s',
    (tex) => expect(() => renderTex(tex)).toThrow(),
  );

  it('does not carry a macro defined in one formula into the next', () => {
    renderTex('\\gdef\\mine{1} \\mine');
    expect(() => renderTex('\\mine')).toThrow();
  });
});
