/** Every word of this figure that a reader sees. */
import type { Kind } from './model.ts';

const count = (n: number): string => n.toLocaleString('en');
const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

export const strings = {
  count,
  weights: 'Weights',
  shared: 'one set for all steps',
  own: 'a set for each step',
  steps: 'time steps',
  slider: 'time steps: slider',
  range: (low: number, high: number) => `Give a whole number from ${low} to ${high}.`,
  strip: (isShared: boolean, T: number) =>
    isShared
      ? `${plural(T, 'step')}, each with the same weights W.`
      : `${plural(T, 'step')}, each with weights of its own: W_1 to W_${T}.`,
  learned: 'numbers to learn',
  multiplications: 'multiplications for a sequence',
  lengths: 'runs on sequences of',
  any: 'any length',
  exactly: (T: number) => `${plural(T, 'step')} only`,
  narration: (isShared: boolean, T: number, learned: number, other: number) =>
    isShared
      ? `One set of ${count(learned)} numbers serves ${T === 1 ? 'the step' : `all ${T} steps`}; a set for each would be ${count(other)}. The work is the same.`
      : `${plural(T, 'set')} of weights, ${count(learned)} numbers instead of ${count(other)}. The work is the same, and step ${T + 1} has no weights.`,
  histogram: (T: number) =>
    `How long a vector of length 1 is after ${plural(T, 'product')} with random 32 × 32 matrices`,
  scale: 'A bar’s height is the square root of its number of seeds.',
  kinds: {
    tied: 'one Gaussian matrix',
    untied: 'a new one each time',
    orthogonal: 'one orthogonal matrix',
  } satisfies Record<Kind, string>,
  spread: (deviation: string) => `spread ${deviation}`,
  spreadLong: (name: string, deviation: string) => `${name}: standard deviation ${deviation} powers of ten`,
  seeds: (done: number, all: number) => (done < all ? `${done} of ${all} seeds` : `${all} seeds`),
  axis: 'length',
} as const;
