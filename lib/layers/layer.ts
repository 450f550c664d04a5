/** What a layer without time is: parameters by symbol, and its output from one input vector. */

import type { Var } from '../builder.ts';
import type { Shapes } from '../cells/cell.ts';

/** Extents of a layer's input and output. */
export interface LayerSizes {
  readonly inputs: number;
  readonly outputs: number;
}

/** A layer without time. */
export interface Layer {
  readonly id: string;
  readonly name: string;
  /** BibTeX key, where there is a paper to name. */
  readonly paper?: string;
  readonly parameters: (sizes: LayerSizes) => Shapes;
  readonly apply: (parameters: Record<string, Var>, x: Var) => Var;
}
