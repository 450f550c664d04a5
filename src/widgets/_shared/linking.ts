/**
 * Linked symbols: what one view of a widget shows under the pointer, the focus or a tap, all views light up.
 * Works on the page as it stands (`data-sym`), so that formulas and code that were set at build take part.
 */
import { atStep } from 'unrolled';
import { family, linkId } from './notation.ts';

/**
 * Lights a symbol everywhere in the widget: the same value `data-lit="same"`, its other time steps `"kin"`. Where an index
 * is no time step (v_1, v_2), there are no kin.
 */
export function light(root: Element, id: string | undefined, t: number | undefined, kin = true): void {
  // A figure has thousands of symbols, and most steps light none.
  const concerned = id === undefined ? '[data-lit]' : '[data-sym]';
  for (const element of root.querySelectorAll<HTMLElement | SVGElement>(concerned)) {
    const own = linkId(element.dataset.sym!, t);
    const how = id === undefined ? undefined : kin ? linkOf(own, id) : own === id ? 'same' : undefined;
    if (how) element.dataset.lit = how;
    else delete element.dataset.lit;
  }
}

/** The symbol at an event's target, as it is linked at time step t. */
export const symbolAt = (target: EventTarget | null, t: number | undefined): string | undefined => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-sym]') : null;
  return element ? linkId(element.dataset.sym!, t) : undefined;
};

/** A symbol without a time (in code, in a legend) stands for all of its time steps. */
function linkOf(own: string, id: string): 'same' | 'kin' | undefined {
  if (family(own) !== family(id)) return undefined;
  return own === id || own === family(own) || id === family(id) ? 'same' : 'kin';
}

/** Marks the formula (`data-defines`) that computes what the walk has just done: exactly one thing is now. */
export function markNow(root: Element, name: string | undefined, t: number | undefined): void {
  const lines = [...root.querySelectorAll<HTMLElement>('[data-defines]')].filter((line) => line.checkVisibility());
  const at = (line: HTMLElement) => (t === undefined ? line.dataset.defines! : atStep(line.dataset.defines!, t));
  const exact = lines.find((line) => at(line) === name);
  const now =
    name === undefined ? undefined : (exact ?? lines.findLast((line) => linkId(at(line), t) === linkId(name, t)));
  for (const line of root.querySelectorAll<HTMLElement>('[data-defines]'))
    line.toggleAttribute('data-now', line === now);
}

/** Puts what waited in templates (formulas and code of other settings) among the rest, in its order. */
export function unpack(root: Element): void {
  const place = (element: Element) => Number((element as HTMLElement).dataset.place);
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template.waiting')) {
    const shown = [...template.parentElement!.children].filter((element) => element !== template);
    template.replaceWith(...[...shown, ...template.content.children].sort((a, b) => place(a) - place(b)));
  }
}

/** Of what belongs to certain cells only (`data-cells`), shows what belongs to this one. */
export function showCell(root: Element, cell: string): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-cells]'))
    element.hidden = !element.dataset.cells!.split(' ').includes(cell);
}
