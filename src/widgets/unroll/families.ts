/** The cells that the stepper draws, and which of them one figure offers: whatever stands in the library's list. */
import { type Cell, cells } from 'unrolled';

/** A cell's `id`. */
export type CellId = string;
/** The id of the cell that the others of its family are variants of. */
export type Family = string;

const cellOf = (id: CellId): Cell => cells.find((cell) => cell.id === id)!;

/** The kind of a cell: the one that it changes, or that one changes, and so on. */
export const familyOf = (id: CellId): Family => {
  const { variantOf } = cellOf(id);
  return variantOf ? familyOf(variantOf) : id;
};

/** A cell that hands its output on instead of its state (Jordan's) is no network of this picture. */
const isDrawn = ({ state }: Cell): boolean => !('y' in state({ X: 1, H: 1, Y: 1 }));

export const CELLS: readonly CellId[] = cells.filter(isDrawn).map(({ id }) => id);

/** The cells of one figure, the plain one first. */
export const cellsOf = (family: Family): readonly Cell[] => CELLS.filter((id) => familyOf(id) === family).map(cellOf);
