/**
 * The answers of the chapter's exercises and predictions, right and wrong ones, as the engine computes them: nothing is
 * typed in.
 */
import {
  clipByNorm,
  clipByValue,
  initializers,
  linearAlgebra,
  random,
  relativeError,
  rnnIdentity,
  rnnRelu,
} from 'unrolled';
import { examples as broken } from '../../src/widgets/break-engine/examples.ts';
import { checkOf } from '../../src/widgets/break-engine/model.ts';
import { causesOf } from '../../src/widgets/vanishing/causes.ts';
import { examples as cliffs } from '../../src/widgets/vanishing/cliff/examples.ts';
import { type CliffState, pathOf } from '../../src/widgets/vanishing/cliff/model.ts';
import { examples as maps } from '../../src/widgets/vanishing/examples.ts';
import { mapOf } from '../../src/widgets/vanishing/model.ts';
import type { VanishingState } from '../../src/widgets/vanishing/state.ts';
import { gradient } from '../09-vanishing/answers.ts';

export { digits, scientific } from '../09-vanishing/answers.ts';

/** The next update from the wall: where it leads, and how long it is. */
function next(state: CliffState) {
  const [from, to] = pathOf({ ...state, updates: state.updates + 1 }).slice(-2) as [
    ReturnType<typeof pathOf>[0],
    ReturnType<typeof pathOf>[0],
  ];
  return { norm: from.norm, w: to.w, b: to.b, length: Math.hypot(to.w - from.w, to.b - from.b) };
}

/** The descent of the first figure, with its gradient as it is, and clipped. */
export const wall = {
  unclipped: next(cliffs['on-the-wall']),
  byNorm: next(cliffs['clipped-by-norm']),
  byValue: next(cliffs['clipped-by-value']),
};

const lookAt = (state: VanishingState): number => causesOf(mapOf('rnn', state), state.t, state.k).links.at(-1)!.total;

/** What is left after 40 steps: from the start that is shown, and from others. */
export const starts = {
  gaussian: lookAt(maps['gaussian-start']),
  glorot: lookAt({ ...maps['gaussian-start'], scheme: 'glorot' }),
  orthogonal: lookAt({ ...maps['gaussian-start'], scheme: 'orthogonal' }),
  tanh: lookAt({ ...maps['gaussian-start'], scheme: 'orthogonal', activation: 'tanh' }),
};
/** With layer normalisation and without. */
export const normalised = {
  with: lookAt(maps['layer-norm']),
  without: lookAt({ ...maps['layer-norm'], hasLayerNorm: false }),
  larger: lookAt({ ...maps['layer-norm'], radius: 3 }),
};
/** ReLU with w = 1 and with w = 1.1, over 40 steps. */
export const relu = {
  one: gradient(rnnRelu, { w: 1, h_0: 1, T: 40 }),
  more: gradient(rnnRelu, { w: 1.1, h_0: 1, T: 40 }),
};

/** (3, 4), clipped to 1: its second number. */
export const clipped = {
  byNorm: clipByNorm({ g: [3, 4] }, 1).gradients.g!.data[1]!,
  byValue: clipByValue({ g: [3, 4] }, 1).gradients.g!.data[1]!,
  bySum: 4 / 7,
};

/** ‖W⁵⁰v‖/‖v‖ for an orthogonal W. */
export const kept = (() => {
  const n = 8;
  const W = { shape: [n, n], data: initializers.orthogonal()([n, n], random(1), 'W') };
  let v = { shape: [n, 1], data: initializers.normal(1)([n], random(1), 'v') };
  const before = linearAlgebra.norm(v);
  for (let t = 0; t < 50; t++) v = linearAlgebra.product(W, v) as typeof v;
  return linearAlgebra.norm(v) / before;
})();

/** By what the entries of PyTorch's matrix multiply a vector's length, on average: √(H · variance). */
export const uniform = (() => {
  const H = 100;
  const W = initializers.torchDefault(H)([H, H], random(1), 'W');
  const variance = W.reduce((sum, w) => sum + w * w, 0) / W.length;
  return {
    factor: Math.sqrt(H * variance),
    exact: Math.sqrt(1 / 3),
    after: gradient(rnnIdentity, { w: Math.sqrt(1 / 3), T: 50 }),
  };
})();

/** 1 − α = 0.98 of a state, 50 times. */
export const leak = {
  kept: gradient(rnnIdentity, { w: 0.98, T: 50 }),
  once: 0.98,
  simple: 1 - 0.02 * 50,
};

/** Half of the units, 20 times. */
export const survives = gradient(rnnIdentity, { w: 0.5, T: 20 });

/** Backward says 0.5, the difference 0.4. */
export const error = { right: relativeError(0.5, 0.4), absolute: 0.5 - 0.4, other: (0.5 - 0.4) / 0.4 };

/** Which gradients of the engine with = for += are wrong. */
export const assigned = checkOf('assigned', broken.assigned)
  .blocks.filter(({ isRight }) => !isRight)
  .map(({ name }) => name);
