/**
 * Tables of numbers and rows of symbols are one stop for the Tab key each: the one that had the focus last, at first
 * the first one. The arrow keys walk from there.
 */
const GROUPS = '.numbers, .chain-rule, .symbols';
const buttonsOf = (group: Element): HTMLElement[] => [...group.querySelectorAll<HTMLElement>('button')];

export function rove(root: Element): void {
  for (const group of root.querySelectorAll(GROUPS)) {
    const chips = buttonsOf(group);
    const stop =
      chips.find((chip) => chip === document.activeElement) ?? chips.find(({ tabIndex }) => tabIndex === 0) ?? chips[0];
    for (const chip of chips) if (chip.tabIndex !== (chip === stop ? 0 : -1)) chip.tabIndex = chip === stop ? 0 : -1;
  }
}

/** An arrow key inside a group: on to the next one, if there is one. False when it is not for a group. */
export function walkGroup(target: HTMLElement, key: string): boolean {
  const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[key];
  const group = by && target.matches('button') ? target.closest(GROUPS) : null;
  if (!by || !group) return false;
  const all = buttonsOf(group);
  all[all.indexOf(target) + by]?.focus();
  return true;
}
