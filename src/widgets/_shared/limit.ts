/** How far a number of a figure may go. Not here: which numbers there are. */
export interface Limit {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** A number within its limits; a whole one where the step is 1. */
export const isWithin = (x: number, { least, most, step }: Limit): boolean =>
  x >= least && x <= most && (step !== 1 || Number.isInteger(x));
