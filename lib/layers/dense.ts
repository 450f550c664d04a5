import { add, matvec } from '../ops.ts';
import type { Layer } from './layer.ts';

/** A fully connected layer: W x + b. W [outputs, inputs], b [outputs]. */
export const dense: Layer = {
  id: 'dense',
  name: 'Dense',
  parameters: ({ inputs, outputs }) => ({ W: [outputs, inputs], b: [outputs] }),
  apply: ({ W, b }, x) => add(matvec(W!, x), b!),
};
