/**
 * Tables of numbers are one stop for the Tab key each: the number that had the focus last, at first the first one.
 * The arrow keys walk from there.
 */
export function rove(root: Element): void {
  for (const group of root.querySelectorAll('.numbers, .chain-rule')) {
    const chips = [...group.querySelectorAll<HTMLElement>('button.chip')];
    const stop =
      chips.find((chip) => chip === document.activeElement) ?? chips.find(({ tabIndex }) => tabIndex === 0) ?? chips[0];
    for (const chip of chips) chip.tabIndex = chip === stop ? 0 : -1;
  }
}
