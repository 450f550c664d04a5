/**
 * What tests try every op on: a case for each row of the table. Not part of the library.
 */
import type { Attributes } from '../program.ts';
import type { Shape } from '../tensor.ts';

/** Shapes of operands to try each op on. */
export const operands: Readonly<Record<string, readonly Shape[]>> = {
  add: [[3], [3], [3]],
  sub: [[3], [3]],
  mul: [[3], [3]],
  div: [[3], [3]],
  identity: [[3]],
  square: [[3]],
  exp: [[3]],
  log: [[3]],
  tanh: [[3]],
  sigmoid: [[3]],
  softplus: [[3]],
  normalCdf: [[3]],
  flat: [[3]],
  power: [[3], [3]],
  relu: [[4]],
  step: [[4]],
  matvec: [[2, 3], [3]],
  matvecT: [[2, 3], [2]],
  outer: [[2], [3]],
  dot: [[3], [3]],
  scale: [[], [2, 2]],
  sum: [[2, 3]],
  mean: [[2, 3]],
  spread: [[]],
  softmax: [[4]],
  sqrt: [[3]],
  abs: [[4]],
  sign: [[4]],
  sin: [[3]],
  cos: [[3]],
  select: [[4], [4], [4]],
  max: [[4], [4], [4]],
  logsumexp: [[4]],
  sumTime: [[5, 2]],
  batchMean: [[3]],
  swapAxes: [[2, 3, 2]],
  concat: [[2], [3]],
  part: [[5]],
  place: [[2]],
  stackSteps: [
    [2, 2],
    [2, 2],
  ],
  row: [[3, 2]],
  placeRow: [[2]],
  delay: [[5, 2]],
  matmul: [
    [2, 3],
    [3, 4],
  ],
  repeatRows: [[2]],
  sumRows: [[3, 2]],
  spreadTime: [[2]],
  last: [[5, 2]],
  placeLast: [[2]],
};
/** Ops whose derivative is not compared with differences, and why. */
export const skipped: Readonly<Record<string, string>> = {
  fill: 'has no operands',
  detach: 'stops the gradient on purpose; jet.test.ts checks that it does',
  each: 'stands for the other ops; batch.test.ts tries it on them',
};
export const attributes: Readonly<Record<string, Attributes>> = {
  spread: { shape: [2, 3] },
  spreadTime: { length: 3 },
  placeLast: { length: 3 },
  repeatRows: { length: 3 },
  part: { value: 1, length: 2 },
  place: { value: 1, length: 4 },
  row: { value: 1 },
  placeRow: { value: 1, length: 3 },
  delay: { value: 2 },
};
/** Other attributes, with operands to fit. */
export const variants: Readonly<
  Record<string, readonly { readonly operands: readonly Shape[]; readonly attributes: Attributes }[]>
> = {
  matmul: (
    [
      [true, false],
      [false, true],
      [true, true],
    ] as const
  ).map(([ta, tb]) => ({
    operands: [ta ? [3, 2] : [2, 3], tb ? [4, 3] : [3, 4]],
    attributes: { transposed: [ta, tb] },
  })),
};
/** Ops that are tried on positive numbers only. */
export const positive = new Set(['log', 'div', 'sqrt', 'power']);
