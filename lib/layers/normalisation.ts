/**
 * Normalisation: of one example over its units (layer), of one unit over the batch (batch), at each step or over all.
 */

import type { Var } from '../builder.ts';
import { add, batchMean, div, mean, mul, scale, spread, spreadTime, sqrt, square, sub, sumTime } from '../ops.ts';
import type { Layer } from './layer.ts';

const EPSILON = 1e-5;

/**
 * Layer normalisation (Ba, Kiros & Hinton 2016): γ ⊙ (x − mean) / √(variance + ε) + β over the units of one example.
 * γ, β [inputs]. `torch.nn.LayerNorm`, with its ε = 1e-5.
 */
export const layerNorm: Layer = {
  id: 'layer-norm',
  name: 'Layer normalisation',
  paper: 'ba2016',
  parameters: ({ inputs }) => ({ gamma: [inputs], beta: [inputs] }),
  apply({ gamma, beta }, x) {
    const centred = sub(x, spread(mean(x), x.shape));
    const deviation = sqrt(add(mean(square(centred)), EPSILON));
    return add(mul(gamma!, scale(div(1, deviation), centred)), beta!);
  },
};

/**
 * Batch normalisation (Ioffe & Szegedy 2015) in training: each unit over the examples of the batch. Exists only behind
 * `batch`; for one example alone the result is β. In a scan the statistics are those of the step (Cooijmans 2017).
 * γ, β [inputs]. `torch.nn.BatchNorm1d` in training mode.
 */
export const batchNorm: Layer = {
  id: 'batch-norm',
  name: 'Batch normalisation',
  paper: 'ioffe2015',
  parameters: ({ inputs }) => ({ gamma: [inputs], beta: [inputs] }),
  apply: ({ gamma, beta }, x) => normalised(x, batchMean, gamma!, beta!),
};

/**
 * Batch normalisation of a sequence x [T, inputs]: each unit over the examples and all steps together ("sequence-wise" in
 * Laurent et al. 2016), with parameters as `batchNorm`. All steps are shifted and scaled alike, so they keep their
 * differences; but the statistics of a step know the future. `torch.nn.BatchNorm1d` on [N, inputs, T], in training mode.
 *
 * @returns [T, inputs]
 */
export function batchNormOverTime({ gamma, beta }: Record<string, Var>, x: Var): Var {
  const T = x.shape[0]!;
  const average = (v: Var) => spreadTime(batchMean(mul(1 / T, sumTime(v))), T);
  return normalised(x, average, spreadTime(gamma!, T), spreadTime(beta!, T));
}

function normalised(x: Var, average: (v: Var) => Var, gamma: Var, beta: Var): Var {
  const centred = sub(x, average(x));
  return add(mul(gamma, div(centred, sqrt(add(average(square(centred)), EPSILON)))), beta);
}
