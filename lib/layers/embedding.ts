import { matvecT } from '../ops.ts';
import type { Layer } from './layer.ts';

/**
 * An embedding: row i of E for symbol i, written as the product Eᵀ x with a one-hot x, which is the same thing.
 * E [vocabulary, outputs]. As `torch.nn.Embedding`.
 */
export const embedding: Layer = {
  id: 'embedding',
  name: 'Embedding',
  paper: 'bengio2003',
  parameters: ({ inputs, outputs }) => ({ E: [inputs, outputs] }),
  apply: ({ E }, x) => matvecT(E!, x),
};
