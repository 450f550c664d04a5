/**
 * What is wider than its place scrolls within itself, and then can be focused, so that the arrow keys reach all of it.
 * Looked at when it comes near the window: measuring everything at once would lay the whole page out.
 */
const watcher = new ResizeObserver((entries) => {
  const targets = entries.map(({ target }) => target as HTMLElement);
  const scrolling = targets.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
  targets.forEach((element, k) => {
    mark(element, scrolling[k]!);
  });
});

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      watcher.observe(target);
    }
  },
  { rootMargin: '300px' },
);

function mark(element: HTMLElement, scrolls: boolean): void {
  element.toggleAttribute('data-scrolling', scrolls);
  for (const [name, value] of [
    ['tabindex', '0'],
    ['role', 'group'],
    ['aria-label', element.dataset.scrolls!],
  ] as const)
    if (scrolls) element.setAttribute(name, value);
    else element.removeAttribute(name);
}

for (const element of document.querySelectorAll('[data-scrolls]')) near.observe(element);
