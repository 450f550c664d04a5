// @ts-check
import { defineMdastPlugin, htmlToHast } from 'satteri';
import { renderTex } from '../tex.ts';

/**
 * `$…$` and `$$…$$` in a page become KaTeX output, as real HAST: a `{ raw }` node would be parsed as Markdown once
 * more, which eats the backslashes of the TeX annotation.
 */
export const satteriKatex = () =>
  defineMdastPlugin({
    name: 'katex',
    math: (node, ctx) => ctx.replaceNode(node, formula('div', 'math-display', node.value, true)),
    inlineMath: (node, ctx) => ctx.replaceNode(node, formula('span', 'math-inline', node.value, false)),
  });

/**
 * @param {string} hName
 * @param {string} className
 * @param {string} tex
 * @param {boolean} display
 * @returns {any} Sätteri passes nodes of unknown types on, but its types do not name them.
 */
const formula = (hName, className, tex, display) => ({
  type: 'katex',
  children: [],
  data: { hName, hProperties: { className: [className] }, hChildren: toHast(renderTex(tex, { display })) },
});

/** @param {string} html */
const toHast = (html) => {
  const tree = htmlToHast(html, { fragment: true });
  return 'children' in tree ? tree.children : [];
};
