/**
 * Wakes the figures of this folder when they come near the window. Like an island that waits to be visible, but its code
 * is named nowhere in the page: a chapter that opens with another figure does not load it with the page.
 */
import { h, hydrate } from 'preact';

const NEAR = '300px';

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
    const { figure, ...props } = JSON.parse(this.dataset.props!);
    if (figure === 'forcing') hydrate(h((await import('./forcing/View.tsx')).Forcing, props), this);
    else hydrate(h((await import('./View.tsx')).Bptt, props), this);
  }
}

if (!customElements.get('late-figure')) customElements.define('late-figure', LateFigure);
