// @ts-check
import { defineMdastPlugin } from 'satteri';

/**
 * Lets prose link to `/lstm/` wherever the site is hosted: an address from the root gets the base path in front.
 * @param {string} base
 */
export const baseLinks = (base) => {
  const prefix = base.replace(/\/$/, '');
  /** @param {{ url: string }} node @param {any} ctx */
  const rebase = (node, ctx) => {
    if (prefix && /^\/(?!\/)/.test(node.url)) ctx.setProperty(node, 'url', prefix + node.url);
  };
  return defineMdastPlugin({ name: 'base-links', link: rebase, image: rebase, definition: rebase });
};
