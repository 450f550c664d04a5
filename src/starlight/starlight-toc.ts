/**
 * The table of contents that marks the section being read, in place of Starlight's class of the same name
 * (its markup and its mobile subclass stay). Starlight's looks at every element of a page to find each one's heading,
 * 75 ms twice on a chapter of 15,000 elements; a heading is enough: the section being read is that of the last heading
 * above the reading line.
 */
export class StarlightTOC extends HTMLElement {
  #current = this.querySelector<HTMLAnchorElement>('a[aria-current="true"]');
  #observer: IntersectionObserver | undefined;

  protected set current(link: HTMLAnchorElement) {
    if (link === this.#current) return;
    this.#current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    this.#current = link;
  }

  connectedCallback(): void {
    this.#observe();
    addEventListener('resize', () => this.#observe());
  }

  /** Marks the last section whose heading is above the reading line, now and whenever that changes. */
  #observe(): void {
    const sections = [...this.querySelectorAll('a')].flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return heading ? [{ link, heading }] : [];
    });
    const above = new Set<Element>();
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) above[isIntersecting ? 'add' : 'delete'](target);
        const last = sections.findLast(({ heading }) => above.has(heading)) ?? sections[0];
        if (last) this.current = last.link;
      },
      { rootMargin: `1000000px 0px ${-readingRoom()}px` },
    );
    for (const { heading } of sections) this.#observer.observe(heading);
  }
}

/** The height of the window below the reading line, in pixels: the line is a quarter of the way down. */
const readingRoom = (): number => Math.round(document.documentElement.clientHeight * 0.75);

customElements.define('starlight-toc', StarlightTOC);
