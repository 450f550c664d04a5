/** Softmax, a function of a vector: its probabilities, and its Jacobian, column by column along each logit. No DOM. */
import { jets, output, run, sigmoid, softmax, trace } from 'unrolled';

export interface Softmax {
  readonly probabilities: readonly number[];
  /** ∂p_i/∂z_j, row i, column j. */
  readonly jacobian: readonly (readonly number[])[];
  /** p_1/(p_1 + p_2), and σ(z_1 − z_2). */
  readonly pair: readonly [number, number];
}

export function softmaxOf(logits: readonly number[]): Softmax {
  const size = logits.length;
  const program = trace({ z: { shape: [size], kind: 'data' } }, ({ z }) => ({ p: softmax(z!) }));
  const probabilities = Array.from(output(program, run(program, { z: logits }), 'p').data);
  const columns = logits.map((_, j) => {
    const seed = { z: logits.map((__, i) => Number(i === j)) };
    return Array.from(jets(program, { z: logits }, { seed }).get(program.outputs.p!)![1]!.data);
  });
  const [p, q] = probabilities as [number, number];
  return {
    probabilities,
    jacobian: probabilities.map((_, i) => columns.map((column) => column[i]!)),
    pair: [p / (p + q), logistic(logits[0]! - logits[1]!)],
  };
}

const two = trace({ d: { shape: [], kind: 'data' } }, ({ d }) => ({ y: sigmoid(d!) }));
const logistic = (d: number): number => output(two, run(two, { d }), 'y').data[0]!;
