import type { Tensor } from '../tensor.ts';
import type { Weights } from './cell.ts';
import type { GruCell } from './gru.ts';

/** What z is computed from: σ(−a) = 1 − σ(a), so their negatives exchange z and 1 − z. */
const OF_Z = ['W_hz', 'W_xz', 'b_z'];

/**
 * The weights with which the GRU `to` computes what `from` computes with these: exact, because only z is turned over.
 * Names that a GRU does not have (a readout) are kept.
 *
 * Reset before and after are different functions, so there is nothing to convert between them. A cell that resets
 * after with one bias a gate is the case b_hn = 0 of the two here: leave `b_hn` out.
 *
 * ```ts
 * import { convertGru, gru, gruCho, tensor } from 'unrolled';
 * const [W, b] = [tensor([[0.5]]), tensor([1])];
 * const weights = { W_hr: W, W_xr: W, b_r: b, W_hz: W, W_xz: W, b_z: b, W_hn: W, W_xn: W, b_n: b };
 * convertGru(weights, gru, gruCho).b_z.data // → [-1]
 * convertGru(weights, gru, gruCho).b_r.data // → [1]
 * ```
 *
 * @throws RangeError between reset before and reset after, or when a weight of z is missing
 */
export function convertGru(weights: Weights, from: GruCell, to: GruCell): Weights {
  if (from.convention.reset !== to.convention.reset) throw new RangeError(whyNot(from, to));
  const turned = from.convention.keepsAt !== to.convention.keepsAt;
  const missing = OF_Z.find((name) => !weights[name]);
  if (missing) throw new RangeError(`missing weight ${missing}; there are ${Object.keys(weights).join(', ')}`);
  return {
    ...weights,
    ...(turned && Object.fromEntries(OF_Z.map((name) => [name, negative(weights[name]!)]))),
    ...(to.convention.reset === 'after' && { b_hn: weights.b_hn ?? zerosLike(weights.b_z!) }),
  };
}

const negative = ({ shape, data }: Tensor): Tensor => ({ shape, data: data.map((x) => 0 - x) });
const zerosLike = ({ shape, data }: Tensor): Tensor => ({ shape, data: data.map(() => 0) });

const whyNot = (from: GruCell, to: GruCell): string =>
  `${from.name} resets ${from.convention.reset} the product with W_hn, ${to.name} ${to.convention.reset} it: ` +
  'W_hn(r ⊙ h) and r ⊙ (W_hn h + b_hn) are different functions, and no weights turn one into the other ' +
  '(but for H = 1 or a diagonal W_hn, with b_hn = 0). One bias a gate and reset after is b_hn = 0 in PyTorch; ' +
  'a b_hn that is not 0 has no place elsewhere.';
