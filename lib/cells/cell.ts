/**
 * What a recurrent cell is: its equations for one step and one example, and the shapes of what they
 * need. Formula, diagram, stepper and training program are all made from this one definition.
 */
import type { Shape } from '../tensor.ts';
import type { Var } from '../trace.ts';

export type Vars = Record<string, Var>;

/** Extents: X inputs, H hidden units, Y outputs. */
export interface Sizes {
  readonly X: number;
  readonly H: number;
  readonly Y: number;
}

/** Shapes by symbol. */
export type Shapes = Readonly<Record<string, Shape>>;

export interface Cell {
  readonly id: string;
  readonly name: string;
  /** BibTeX key of the paper that it follows. */
  readonly paper: string;
  readonly parameters: (sizes: Sizes) => Shapes;
  /** What a step hands to the next one. */
  readonly state: (sizes: Sizes) => Shapes;
  /**
   * One time step. Every value that it returns is named by its key; those of `state` are carried on.
   * A cell that returns `y` has its output inside; the others get a linear readout of `h`.
   */
  readonly step: (parameters: Vars, state: Vars, x: Var) => Vars;
}
