import { add, matvec, mul, sigmoid, sub, tanh } from '../ops.ts';
import { type Cell, defineCell, gateShapes } from './cell.ts';

/** In what the GRUs of papers and libraries differ. */
export interface GruConvention {
  /** The z that keeps h_{t−1}: 0 for h_t = (1−z) ⊙ h_{t−1} + z ⊙ n, 1 for h_t = z ⊙ h_{t−1} + (1−z) ⊙ n. */
  readonly keepsAt: 0 | 1;
  /** Whether r multiplies h_{t−1} before the product with W_hn, or that product after it. */
  readonly reset: 'before' | 'after';
}

/** A GRU, and which of the four it is. */
export interface GruCell extends Cell {
  readonly convention: GruConvention;
}

const onlyIf = <T extends object>(condition: boolean, shapes: T): T => (condition ? shapes : {}) as T;

/**
 * The gated recurrent unit (Cho et al. 2014), in the convention that is asked for:
 *
 * r, z = σ(W_h· h_{t−1} + W_x· x_t + b_·);
 * n = tanh(W_hn (r ⊙ h_{t−1}) + W_xn x_t + b_n), reset before, or
 * n = tanh(r ⊙ (W_hn h_{t−1} + b_hn) + W_xn x_t + b_n), reset after;
 * h_t = (1−z) ⊙ h_{t−1} + z ⊙ n, keeps at 0, or h_t = z ⊙ h_{t−1} + (1−z) ⊙ n, keeps at 1.
 *
 * For each k of r, z, n: W_hk [H, H], W_xk [H, X], b_k [H]; also b_hn [H]; x_t [X], h_t [H]. n is h̃ in many papers.
 */
const gruWith = (
  id: string,
  name: string,
  convention: GruConvention,
  more: Pick<Cell, 'paper' | 'variantOf' | 'libraries'>,
): GruCell => {
  const { keepsAt, reset } = convention;
  const cell = defineCell({
    ...{ id, name, ...more },
    memory: { gate: 'z', keepsAt },
    parameters: (sizes) => ({ ...gateShapes(sizes, 'r', 'z', 'n'), ...onlyIf(reset === 'after', { b_hn: [sizes.H] }) }),
    state: ({ H }) => ({ h: [H] }),
    step({ W_hr, W_xr, b_r, W_hz, W_xz, b_z, W_hn, W_xn, b_n, b_hn }, { h }, x) {
      const r = sigmoid(add(matvec(W_hr, h), matvec(W_xr, x), b_r));
      const z = sigmoid(add(matvec(W_hz, h), matvec(W_xz, x), b_z));
      const past = reset === 'before' ? matvec(W_hn, mul(r, h)) : mul(r, add(matvec(W_hn, h), b_hn));
      const n = tanh(add(past, matvec(W_xn, x), b_n));
      const [keep, write] = keepsAt === 0 ? [sub(1, z), z] : [z, sub(1, z)];
      return { r, z, n, h: add(mul(keep, h), mul(write, n)) };
    },
  });
  return { ...cell, convention };
};

const torchGru = { name: 'torch.nn.GRU', gates: ['r', 'z', 'n'], biases: 2 } as const;
const kerasGru = { name: 'keras.layers.GRU', gates: ['z', 'r', 'n'], biases: 2 } as const;
const kerasGruBefore = { name: 'keras.layers.GRU(reset_after=False)', gates: ['z', 'r', 'n'], biases: 1 } as const;

const choBefore: GruConvention = { keepsAt: 1, reset: 'before' };
const choAfter: GruConvention = { keepsAt: 1, reset: 'after' };
const before = { paper: 'cho2014', libraries: { keras: kerasGruBefore } };
const after = { paper: 'cho2014', libraries: { pytorch: torchGru, keras: kerasGru } };

/** Chung et al. (2014): keeps at z = 0, reset before. (The paper prints no biases; here each gate has one.) */
export const gru = gruWith('gru', 'GRU of Chung et al.', { keepsAt: 0, reset: 'before' }, { paper: 'chung2014' });

/** Cho et al. (2014): keeps at z = 1, reset before. (The paper prints no biases; here each gate has one.) */
export const gruCho = gruWith('gru-cho', 'GRU of Cho et al.', choBefore, { ...before, variantOf: 'gru' });

/** `torch.nn.GRU`: keeps at z = 1, reset after, with a bias b_hn that r multiplies too. */
export const gruPytorch = gruWith('gru-pytorch', 'GRU of PyTorch', choAfter, { ...after, variantOf: 'gru-cho' });

/** `keras.layers.GRU` since TensorFlow 2 (reset_after=True): PyTorch's function, its arrays laid out otherwise. */
export const gruKeras = gruWith('gru-keras', 'GRU of Keras', choAfter, { ...after, variantOf: 'gru-pytorch' });

/** `keras.layers.GRU(reset_after=False)`: the function of Cho et al. */
export const gruKerasBefore = gruWith('gru-keras-before', 'GRU of Keras, reset_after=False', choBefore, {
  ...before,
  variantOf: 'gru-cho',
});
