/** How a library keeps a cell, in words and names. Not here: its arrays (`layouts.ts`). */
import type { Cell, Library, LibraryForm } from './cell.ts';

const LIBRARIES: Readonly<Record<Library, string>> = { pytorch: 'PyTorch', keras: 'Keras' };

/** How a library keeps a cell. @throws RangeError when it does not have it */
export function libraryForm(cell: Cell, library: Library): LibraryForm {
  const form = cell.libraries?.[library];
  if (!form) throw new RangeError(`${LIBRARIES[library]} has no cell that computes "${cell.name}"`);
  return form;
}

/** The name of a gate's second bias, which the cell keeps apart only where something stands between it and the first. */
export const secondBias = (gate: string): string => `b_h${gate}`;
