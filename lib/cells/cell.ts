/**
 * What a recurrent cell is: its equations for one step and one example, and the shapes of what they
 * need. Formula, diagram, stepper and training program are all made from this one definition.
 */

import type { Var } from '../builder.ts';
import type { Shape, Tensor } from '../tensor.ts';

export type Vars = Record<string, Var>;

/** Extents: X inputs, H hidden units, Y outputs. */
export interface Sizes {
  readonly X: number;
  readonly H: number;
  readonly Y: number;
}

/** Shapes by symbol. */
export type Shapes = Readonly<Record<string, Shape>>;

/** Values of a cell's parameters by symbol. */
export type Weights = Readonly<Record<string, Tensor>>;

/** A library whose cells are known here. */
export type Library = 'pytorch' | 'keras';

/** How a library keeps the weights of the same cell: the gates stacked in this order, with one or two biases for each. */
export interface LibraryForm {
  readonly name: string;
  readonly gates: readonly string[];
  readonly biases: 1 | 2;
}

/** The gate that decides how much of the old state stays: all of it where the gate is `keepsAt`. */
export interface MemoryGate {
  readonly gate: string;
  readonly keepsAt: 0 | 1;
}

/** A recurrent cell: one definition from which everything else is made. */
export interface Cell {
  readonly id: string;
  readonly name: string;
  /** BibTeX key of the paper that it follows. */
  readonly paper: string;
  /** The id of the cell that it changes, where it is no kind of its own. */
  readonly variantOf?: string;
  readonly parameters: (sizes: Sizes) => Shapes;
  /** What a step hands to the next one. */
  readonly state: (sizes: Sizes) => Shapes;
  readonly memory?: MemoryGate;
  /** The libraries that compute this very function. */
  readonly libraries?: Readonly<Partial<Record<Library, LibraryForm>>>;
  /**
   * One time step. Every value that it returns is named by its key; those of `state` are carried on.
   * A cell that returns `y` has its output inside; the others get a linear readout of `h`.
   */
  readonly step: (parameters: Vars, state: Vars, x: Var) => Vars;
}

interface Definition<P extends string, S extends string> extends Omit<Cell, 'parameters' | 'state' | 'step'> {
  readonly parameters: (sizes: Sizes) => Readonly<Record<P, Shape>>;
  readonly state: (sizes: Sizes) => Readonly<Record<S, Shape>>;
  readonly step: (parameters: Record<P, Var>, state: Record<S, Var>, x: Var) => Vars;
}

/** A cell, written down: `step` may use exactly the parameters and the state whose shapes stand above it. */
export function defineCell<P extends string, S extends string>(definition: Definition<P, S>): Cell {
  return definition as Cell;
}

/** What each gate of a gated cell has: W_h· [H, H] for the state, W_x· [H, X] for the input, b_· [H]. */
export function gateShapes<G extends string>({ X, H }: Sizes, ...gates: readonly G[]) {
  return Object.fromEntries(
    gates.flatMap((k) => Object.entries({ [`W_h${k}`]: [H, H], [`W_x${k}`]: [H, X], [`b_${k}`]: [H] })),
  ) as unknown as Record<`W_h${G}` | `W_x${G}` | `b_${G}`, Shape>;
}
