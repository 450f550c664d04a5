/** Named states of the figure: gallery pages, and what the tests start from. */
import { START, type VanishingState } from './state.ts';

const scalar = { H: 1, T: 50, t: 50, k: 0, input: 'silence', scheme: 'identity' } as const;

export const examples = {
  /** Eight units that read noise, with a matrix that only turns, scaled to 0.9. */
  'eight-units': START,
  /** One linear unit: powers of one number. */
  'one-weight': { ...START, ...scalar, activation: 'identity', radius: 0.9, h_0: 0.5 },
  /** One tanh unit with w = 1.5 that starts from exactly 0. */
  'on-the-edge': { ...START, ...scalar, radius: 1.5, h_0: 0 },
  /** The same unit, started from 0.5. */
  latched: { ...START, ...scalar, radius: 1.5, h_0: 0.5 },
  /** The logistic function: a slope of at most ¼. */
  logistic: { ...START, activation: 'logistic', radius: 1 },
  /** A linear layer whose gradient grows for a while, although its spectral radius is below 1. */
  'grows-first': {
    ...START,
    activation: 'identity',
    scheme: 'own',
    W: [
      [0.9, 2],
      [0, 0.9],
    ],
    radius: undefined,
    H: 2,
    input: 'silence',
  },
  /** Nothing shrinks or grows: ReLU with the identity. */
  'relu-identity': { ...START, activation: 'relu', scheme: 'identity', radius: 1, h_0: 1, input: 'silence', k: 0 },
  /** A little more than the identity explodes. */
  'relu-explodes': { ...START, activation: 'relu', scheme: 'identity', radius: 1.1, h_0: 1, input: 'silence', k: 0 },
  /** A fresh Gaussian matrix for every step. */
  untied: { ...START, activation: 'identity', scheme: 'gaussian', radius: undefined, isTied: false },
  /** Three layers of tanh units: paths multiply. */
  'three-layers': { ...START, layers: 3, radius: 1, k: 0 },
  /** The gradient of the loss instead of the state's. */
  'of-the-loss': { ...START, measure: 'loss' },
  /** A linear layer that starts from a Gaussian matrix, as drawn. */
  'gaussian-start': { ...START, activation: 'identity', scheme: 'gaussian', radius: undefined, k: 0 },
  /** A matrix that doubles every vector, and sums that are normalised over the units. */
  'layer-norm': { ...START, radius: 2, hasLayerNorm: true, k: 0 },
  /** RNN, LSTM and GRU on the same data. */
  'side-by-side': { ...START, T: 30, t: 30, k: 5, H: 4, radius: 1, hasGated: true },
  /** The same, with gates that are open to the past from the start. */
  chrono: { ...START, T: 30, t: 30, k: 5, H: 4, radius: 1, hasGated: true, bias: 'chrono', cell: 'lstm' },
} satisfies Record<string, VanishingState>;

export type ExampleName = keyof typeof examples;
