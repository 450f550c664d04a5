/**
 * A formula that follows what a reader types. The first one was set at build; KaTeX itself is loaded when another is
 * wanted, and until it is there the formula stands as plain text.
 */
import { useEffect, useState } from 'preact/hooks';

export interface FormulaProps {
  readonly tex: string;
  /** The same as text. */
  readonly text: string;
  /** What was set at build. */
  readonly built?: { readonly tex: string; readonly html: string } | undefined;
}

type Render = typeof import('../../tex.ts')['renderTex'];

export function Formula({ tex, text, built }: FormulaProps) {
  const [render, setRender] = useState<Render>();
  const isBuilt = tex === built?.tex;
  useEffect(() => {
    if (isBuilt || render) return;
    import('../../tex.ts').then(({ renderTex }) => setRender(() => renderTex));
  }, [isBuilt, render]);
  const html = isBuilt ? built?.html : render?.(tex);
  if (html === undefined) return <span class="formula">{text}</span>;
  // KaTeX's own markup, of TeX that was printed from a parsed formula.
  return <span class="formula" data-tex={tex} dangerouslySetInnerHTML={{ __html: html }} />;
}
