/**
 * First values of the biases that decide how long a gated cell remembers. Of the other parameters, nothing.
 */
import { chrono } from '../initializers.ts';
import type { KeyPart, Random } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import type { Cell, Sizes, Weights } from './cell.ts';

/**
 * A gate that is open to the past from the start: b = 1 for an LSTM's forget gate (Gers et al. 2000, Jozefowicz et al.
 * 2015), so that f ≈ σ(1) = 0.73. The sign follows the cell: what keeps at 0, as z of the GRU of Chung et al., gets −b.
 *
 * ```ts
 * import { forgetBias, gru, lstm } from 'unrolled';
 * forgetBias(lstm, { X: 1, H: 2, Y: 1 }).b_f.data // → [1, 1]
 * forgetBias(gru, { X: 1, H: 2, Y: 1 }).b_z.data // → [-1, -1]
 * ```
 *
 * @throws RangeError when no gate of the cell decides what is kept
 */
export const forgetBias = (cell: Cell, sizes: Sizes, b = 1): Weights =>
  keepingBias(cell, sizes, new Float64Array(sizes.H).fill(b));

/**
 * Memories of every length up to Tmax: b_f = log u with u ~ U(1, Tmax − 1) for each unit, and b_i = −b_f where there is
 * an input gate (the chrono initialisation of Tallec & Ollivier 2018). A unit with u forgets over about u steps:
 * 1 − σ(log u) = 1/(1 + u). What keeps at 0 gets −log u.
 *
 * ```ts
 * import { chronoBias, lstm, random } from 'unrolled';
 * const { b_f, b_i } = chronoBias(lstm, { X: 1, H: 2, Y: 1 }, 100, random(1), 'chrono');
 * b_f.data // → [3.009…, 2.973…]
 * b_i.data // → [-3.009…, -2.973…]
 * ```
 *
 * @param Tmax the longest lag that the task is expected to have, at least 2
 * @throws RangeError when no gate of the cell decides what is kept, or Tmax is below 2
 */
export function chronoBias(
  cell: Cell,
  sizes: Sizes,
  Tmax: number,
  random: Random,
  ...key: readonly KeyPart[]
): Weights {
  if (!(Tmax >= 2)) throw new RangeError(`chronoBias needs a Tmax of at least 2; got ${Tmax}`);
  const biases = keepingBias(cell, sizes, chrono(Tmax)([sizes.H], random, ...key));
  const hasInputGate = 'b_i' in cell.parameters(sizes);
  return hasInputGate ? { ...biases, b_i: negative(biases.b_f!) } : biases;
}

function keepingBias(cell: Cell, sizes: Sizes, toKeep: Float64Array): Weights {
  if (!cell.memory) throw new RangeError(`${cell.name} has no gate that decides what is kept, so no bias for it`);
  const { gate, keepsAt } = cell.memory;
  return { [`b_${gate}`]: { shape: [sizes.H], data: keepsAt === 1 ? toKeep : toKeep.map((x) => -x) } };
}

const negative = ({ shape, data }: Tensor): Tensor => ({ shape, data: data.map((x) => -x) });
