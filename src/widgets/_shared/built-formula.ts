/** A typed formula as it is set at build: what `Formula` shows until a reader types another. */
import { expressions } from 'unrolled';
import { renderTex } from '../../tex.ts';
import { readsTex } from './Reads.tsx';

/** @param name what stands before the equals sign, with its variable: `f(x)` */
export function builtFormula(name: string, text: string): { readonly tex: string; readonly html: string } {
  const variable = /\((\w+)\)/.exec(name)![1]!;
  const tex = readsTex(name, expressions.parse(text, [variable]));
  return { tex, html: renderTex(tex) };
}
