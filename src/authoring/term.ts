/**
 * A term's definition, shown beside it: on hover, on focus, and on the first tap (the second follows the link to the
 * glossary). The pointer can move onto it; Escape closes it.
 */
const GAP = 8;
const SOON = 120;

class GlossaryTerm extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    const [link, tip] = [this.link, this.tip];
    for (const element of [link, tip]) {
      element.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && this.open(SOON));
      element.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && this.close(SOON));
    }
    link.addEventListener('focus', () => this.open());
    link.addEventListener('blur', () => this.close());
    let byTouch = false;
    link.addEventListener('pointerdown', ({ pointerType }) => {
      byTouch = pointerType !== 'mouse' && !this.isOpen;
    });
    link.addEventListener('click', (event) => {
      if (!byTouch) return;
      event.preventDefault();
      this.open();
    });
  }

  private get link(): HTMLAnchorElement {
    return this.querySelector('a')!;
  }

  private get tip(): HTMLElement {
    return this.querySelector<HTMLElement>('[popover]')!;
  }

  private get isOpen(): boolean {
    return this.tip.matches(':popover-open');
  }

  private readonly dismiss = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
    if (event.type === 'pointerdown' && this.contains(event.target as Node)) return;
    this.close();
  };

  private open(delay = 0): void {
    clearTimeout(this.timer);
    if (delay) this.timer = window.setTimeout(() => this.open(), delay);
    else if (!this.isOpen) {
      this.tip.showPopover();
      this.place();
      for (const type of EVENTS) document.addEventListener(type, this.dismiss);
    }
  }

  private close(delay = 0): void {
    clearTimeout(this.timer);
    if (delay) this.timer = window.setTimeout(() => this.close(), delay);
    else if (this.isOpen) {
      this.tip.hidePopover();
      for (const type of EVENTS) document.removeEventListener(type, this.dismiss);
    }
  }

  /** Below the term, or above it where there is no room, and always inside of the window. */
  private place(): void {
    const term = this.link.getClientRects()[0]!;
    const { offsetWidth: width, offsetHeight: height, style } = this.tip;
    const below = term.bottom + GAP / 2;
    const left = Math.min(term.left, document.documentElement.clientWidth - width - GAP);
    const top = below + height > innerHeight ? Math.max(GAP, term.top - height - GAP / 2) : below;
    // Places on the page, not in the window, so that the definition scrolls with its term.
    style.left = `${scrollX + Math.max(GAP, left)}px`;
    style.top = `${scrollY + top}px`;
  }
}

const EVENTS = ['keydown', 'pointerdown'] as const;

customElements.define('glossary-term', GlossaryTerm);
