/** Every layer without time, and what recurrent stacks, attention and convolutions are made of. */
import { dense } from './dense.ts';
import { embedding } from './embedding.ts';
import { batchNorm, batchNormOverTime, layerNorm } from './normalisation.ts';

export * from './attention.ts';
export * from './convolution.ts';
export * from './dropout.ts';
export type { Layer, LayerSizes } from './layer.ts';
export * from './recurrent.ts';
export * from './sequence-to-sequence.ts';
export { batchNorm, batchNormOverTime, dense, embedding, layerNorm };

/** The layers without time, each as one definition. */
export const layers = [dense, embedding, layerNorm, batchNorm] as const;
