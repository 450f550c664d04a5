/**
 * The forms in which papers and libraries have one cell: which function, in which order they keep its gates, how many
 * biases each gate has. What a library's form is stands with the cell; here is who is compared.
 */
import {
  type Cell,
  type Convention,
  type GruCell,
  gru,
  gruCho,
  gruKeras,
  gruKerasBefore,
  gruPytorch,
  lstm,
} from 'unrolled';

export const LAYERS = ['gru', 'lstm'] as const;
export type Layer = (typeof LAYERS)[number];

/** One cell as one text or library has it. */
export interface Form {
  readonly id: FormId;
  readonly cell: Cell;
  /** Blocks of its stacked arrays, in order; of a paper, which has no arrays, the order of its equations. */
  readonly gates: readonly string[];
  readonly biases: 1 | 2;
  /** Whose count of parameters holds for it. */
  readonly counted: Convention;
  /** How the blocks lie: below one another, side by side, or each by itself. */
  readonly stacked: 'rows' | 'columns' | 'apart';
}

export type FormId = 'chung' | 'cho' | 'pytorch' | 'keras' | 'kerasBefore' | 'article' | 'onnx';

function paper(id: FormId, cell: Cell): Form {
  const names = Object.keys(cell.parameters({ X: 1, H: 1, Y: 1 }));
  const gates = names.flatMap((name) => /^W_x(.)$/.exec(name)?.[1] ?? []);
  return { id, cell, gates, biases: 1, counted: 'own', stacked: 'apart' };
}

function library(id: FormId, cell: Cell, counted: 'pytorch' | 'keras'): Form {
  const { gates, biases } = cell.libraries![counted]!;
  return { id, cell, gates, biases, counted, stacked: counted === 'keras' ? 'columns' : 'rows' };
}

/** ONNX stacks as PyTorch does, with two biases for each gate, in an order of its own. */
const onnx: Form = { ...library('onnx', lstm, 'pytorch'), gates: ['i', 'o', 'f', 'g'] };

export const FORMS: Readonly<Record<Layer, readonly Form[]>> = {
  gru: [
    paper('chung', gru),
    paper('cho', gruCho),
    library('pytorch', gruPytorch, 'pytorch'),
    library('keras', gruKeras, 'keras'),
    library('kerasBefore', gruKerasBefore, 'keras'),
  ],
  lstm: [paper('article', lstm), library('pytorch', lstm, 'pytorch'), library('keras', lstm, 'keras'), onnx],
};

export const formOf = (layer: Layer, id: FormId): Form => FORMS[layer].find((form) => form.id === id)!;

/** The convention of a GRU; of an LSTM there is one only. */
export const conventionOf = ({ cell }: Form): GruCell['convention'] | undefined =>
  (cell as Partial<GruCell>).convention;
