/**
 * Ops that only `batch` writes: their first axis is the examples. Teaching code has no batch axis.
 */

import type { Var } from '../builder.ts';
import { call, pattern } from '../op.ts';
import type { Attributes } from '../program.ts';
import { type Shape, sizeOf } from '../tensor.ts';
import { op, opWith, plus, productOf, range, register, sumOf } from './table.ts';

/** Rows and columns of an operand as the product reads it. */
const seen = (shape: Shape, transposed: boolean): readonly [number, number] =>
  transposed ? [shape[1]!, shape[0]!] : [shape[0]!, shape[1]!];

const flags = ({ transposed = [false, false] }: Attributes) => transposed;

const TRANSPOSED = '^{\\top}';

const matmulRow = register({
  name: 'matmul',
  form: pattern('$0·$1', '$0\\,$1', 2, 3),
  formOf: ({ transposed: [ta, tb] = [false, false] }) =>
    pattern(`$0${ta ? 'ᵀ' : ''}·$1${tb ? 'ᵀ' : ''}`, `$0${ta ? TRANSPOSED : ''}\\,$1${tb ? TRANSPOSED : ''}`, 2, 3),
  shape: ([A, B], attributes) => {
    if (A?.length !== 2 || B?.length !== 2) return 'expected two matrices';
    const [ta, tb] = flags(attributes);
    const [rows, inner] = seen(A, ta);
    const [same, columns] = seen(B, tb);
    return inner === same ? [rows, columns] : `expected equal inner extents, not ${inner} and ${same}`;
  },
  value: ([A, B], [rows, columns], attributes) => {
    const [ta, tb] = flags(attributes);
    const [, inner] = seen(A!.shape, ta);
    const [ai, ak] = ta ? [1, A!.shape[1]!] : [A!.shape[1]!, 1];
    const [bk, bj] = tb ? [1, B!.shape[1]!] : [B!.shape[1]!, 1];
    const out = new Float64Array(rows! * columns!);
    for (let i = 0; i < rows!; i++) {
      for (let j = 0; j < columns!; j++) {
        let sum = A!.data[i * ai]! * B!.data[j * bj]!;
        for (let k = 1; k < inner; k++) sum += A!.data[i * ai + k * ak]! * B!.data[k * bk + j * bj]!;
        out[i * columns! + j] = sum;
      }
    }
    return out;
  },
  scalar: ([A, B], [i, j], [shape], attributes) => {
    const [ta, tb] = flags(attributes);
    const a = (k: number) => (ta ? A!(k, i!) : A!(i!, k));
    const b = (k: number) => (tb ? B!(j!, k) : B!(k, j!));
    return sumOf(range(seen(shape!, ta)[1]).map((k) => productOf(a(k), b(k))));
  },
  pullbacks: [
    (g, [, B], _, attributes) => {
      const [ta, tb] = flags(attributes);
      return ta ? matmul(B!, g, [tb, true]) : matmul(g, B!, [false, !tb]);
    },
    (g, [A], _, attributes) => {
      const [ta, tb] = flags(attributes);
      return tb ? matmul(g, A!, [true, ta]) : matmul(A!, g, [!ta, false]);
    },
  ],
});

/** Matrix product of [N, K] and [K, M], each transposed first if so flagged. */
export const matmul = (A: Var, B: Var, transposed: readonly [boolean, boolean] = [false, false]): Var =>
  A.builder.emit(matmulRow, [A, B], { transposed });

/** The same value for each of N examples: […] → [N, …]. */
export const repeatRows = opWith('repeatRows', (length: number) => ({ length }), {
  form: call('rows'),
  shape: ([v], { length }) => [length!, ...v!],
  value: ([v], [rows]) => range(rows!).flatMap(() => Array.from(v!.data)),
  scalar: ([v], [, ...index]) => v!(...index),
  pullbacks: [(g) => sumRows(g)],
});

/** Σ over examples: [N, …] → […]. */
export const sumRows = op('sumRows', {
  form: pattern('Σ_n $0', '\\textstyle\\sum_n $0', 2, 3),
  shape: ([v]) => (v && v.length > 0 ? v.slice(1) : 'expected rows [N, …]'),
  value: ([v], shape) => {
    const size = sizeOf(shape);
    const rows = range(v!.data.length / size);
    return range(size).map((i) => plus(...rows.map((n) => v!.data[n * size + i]!)));
  },
  scalar: ([v], index, [shape]) => sumOf(range(shape![0]!).map((n) => v!(n, ...index))),
  pullbacks: [(g, [v]) => repeatRows(g, v!.shape[0]!)],
});

/**
 * The mean over the examples of a batch, given back to each: what batch normalisation needs. For one example alone it
 * is the example itself; `batch` turns it into the mean over rows.
 */
export const batchMean: (v: Var) => Var = op('batchMean', {
  form: call('batchMean'),
  shape: ([v]) => v!,
  value: ([v]) => v!.data,
  scalar: ([v], index) => v!(...index),
  pullbacks: [(g) => batchMean(g)],
});
