import type { Var } from '../builder.ts';
import { add, identity, matvec, relu, sigmoid, tanh } from '../ops.ts';
import { type Cell, defineCell } from './cell.ts';

const inKeras = { keras: { name: 'keras.layers.SimpleRNN', gates: ['h'], biases: 1 } } as const;
const inBoth = { ...inKeras, pytorch: { name: 'torch.nn.RNN', gates: ['h'], biases: 2 } } as const;

/**
 * The recurrent cell of Elman (1990): h_t = φ(W_hh h_{t−1} + W_xh x_t + b_h).
 *
 * W_hh [H, H], W_xh [H, X], b_h [H]; x_t [X], h_t [H]. One bias, as Keras' SimpleRNN; `torch.nn.RNN`
 * has two that are only ever added.
 */
const rnnWith = (id: string, name: string, phi: (a: Var) => Var, libraries: Cell['libraries']): Cell =>
  defineCell({
    id,
    name,
    paper: 'elman1990',
    ...(id !== 'rnn' && { variantOf: 'rnn' }),
    libraries,
    parameters: ({ X, H }) => ({ W_hh: [H, H], W_xh: [H, X], b_h: [H] }),
    state: ({ H }) => ({ h: [H] }),
    step({ W_hh, W_xh, b_h }, { h }, x) {
      const a = add(matvec(W_hh, h), matvec(W_xh, x), b_h);
      return { a, h: phi(a) };
    },
  });

/** φ = tanh, as `torch.nn.RNN` and Keras' SimpleRNN have it. */
export const rnn = rnnWith('rnn', 'RNN', tanh, inBoth);
/** φ = ReLU: unbounded; with W_hh the identity, the IRNN of Le, Jaitly & Hinton (2015). */
export const rnnRelu = rnnWith('rnn-relu', 'RNN with ReLU', relu, inBoth);
/** φ(a) = a: a linear system, whose gradient is a power of W_hh. */
export const rnnIdentity = rnnWith('rnn-identity', 'Linear RNN', identity, inKeras);
/** φ = σ: values between 0 and 1, a slope of at most ¼. */
export const rnnLogistic = rnnWith('rnn-logistic', 'RNN with the logistic function', sigmoid, inKeras);
