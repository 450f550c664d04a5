/** What is wider than its place scrolls within itself, and then can be focused, so that the arrow keys reach all of it. */
const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) mark(target as HTMLElement);
});

function mark(element: HTMLElement): void {
  const scrolls = element.scrollWidth > element.clientWidth + 1;
  element.toggleAttribute('data-scrolling', scrolls);
  for (const [name, value] of [
    ['tabindex', '0'],
    ['role', 'group'],
    ['aria-label', element.dataset.scrolls!],
  ] as const)
    if (scrolls) element.setAttribute(name, value);
    else element.removeAttribute(name);
}

for (const element of document.querySelectorAll('[data-scrolls]')) watcher.observe(element);
