/**
 * Wakes a figure when it comes near the window. Like an island that waits to be visible, but its code is named nowhere in
 * the page: a chapter that opens with another figure does not load it with the page. Its styles are the page's: the
 * `.astro` file around it imports them.
 */
import { type ComponentType, h, hydrate } from 'preact';

const NEAR = '300px';

/** Defines the element `tag` around a figure that is drawn already; `data-late` has the figure's properties. */
export function wakeLate<Props extends object>(tag: string, load: () => Promise<ComponentType<Props>>): void {
  class LateFigure extends HTMLElement {
    connectedCallback(): void {
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          this.wake();
        },
        { rootMargin: NEAR },
      );
      observer.observe(this);
    }

    private async wake(): Promise<void> {
      hydrate(h(await load(), JSON.parse(this.dataset.late!)), this);
    }
  }
  if (!customElements.get(tag)) customElements.define(tag, LateFigure);
}
