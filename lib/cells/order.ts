import type { Cell } from './cell.ts';

/** A cell before its variants; what is on one level by the year of its paper, then by id. */
export function inOrder(cells: readonly Cell[]): Cell[] {
  /** The years and ids from its kind down to itself. A space sorts before all that is in an id. */
  const place = ({ id, paper, variantOf }: Cell): string => {
    const changed = cells.find((cell) => cell.id === variantOf);
    return `${changed ? `${place(changed)} ` : ''}${/\d+/.exec(paper)} ${id}`;
  };
  const places = new Map(cells.map((cell) => [cell, place(cell)]));
  return cells.toSorted((a, b) => (places.get(a)! < places.get(b)! ? -1 : 1));
}
