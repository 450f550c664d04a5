/**
 * Products of matrices and vectors. W is [rows, columns]; there is no batch axis here. Sums run left to
 * right from the first term, the order in which `scalar` writes them.
 */
import { pattern } from '../op.ts';
import { sameShape } from '../tensor.ts';
import { positions } from './reductions.ts';
import { op, productOf, range, sumOf } from './table.ts';

const sumAlong = (n: number, term: (k: number) => number): number => {
  let sum = term(0);
  for (let k = 1; k < n; k++) sum += term(k);
  return sum;
};

/** Matrix times vector: [R, C] · [C] → [R]. */
export const matvec = op('matvec', {
  form: pattern('$0·$1', '$0\\,$1', 2, 3),
  shape: ([W, x]) =>
    W?.length === 2 && x?.length === 1 && W[1] === x[0] ? [W[0]!] : `expected a matrix [R, C] and a vector [C]`,
  value: ([W, x], [rows]) => {
    const columns = x!.data.length;
    return range(rows!).map((i) => sumAlong(columns, (j) => W!.data[i * columns + j]! * x!.data[j]!));
  },
  scalar: ([W, x], [i], [shape]) => sumOf(range(shape![1]!).map((j) => productOf(W!(i!, j), x!(j)))),
  pullbacks: [(g, [, x]) => outer(g, x!), (g, [W]) => matvecT(W!, g)],
});

/** Transposed matrix times vector: [R, C]ᵀ · [R] → [C]. */
export const matvecT = op('matvecT', {
  form: pattern('$0ᵀ·$1', '$0^{\\top}\\,$1', 2, 3),
  shape: ([W, u]) =>
    W?.length === 2 && u?.length === 1 && W[0] === u[0] ? [W[1]!] : `expected a matrix [R, C] and a vector [R]`,
  value: ([W, u], [columns]) =>
    range(columns!).map((j) => sumAlong(u!.data.length, (i) => W!.data[i * columns! + j]! * u!.data[i]!)),
  scalar: ([W, u], [j], [shape]) => sumOf(range(shape![0]!).map((i) => productOf(W!(i, j!), u!(i)))),
  pullbacks: [(g, [, u]) => outer(u!, g), (g, [W]) => matvec(W!, g)],
});

/** Outer product: [R], [C] → [R, C]. */
export const outer = op('outer', {
  form: pattern('$0⊗$1', '$0\\,{$1}^{\\top}', 2, 3),
  shape: ([u, v]) => (u?.length === 1 && v?.length === 1 ? [u[0]!, v[0]!] : 'expected two vectors'),
  value: ([u, v]) => Array.from(u!.data).flatMap((a) => Array.from(v!.data, (b) => a * b)),
  scalar: ([u, v], [i, j]) => productOf(u!(i!), v!(j!)),
  pullbacks: [(g, [, v]) => matvec(g, v!), (g, [u]) => matvecT(g, u!)],
});

/** Sum of elementwise products of two tensors of one shape → a scalar. */
export const dot = op('dot', {
  form: pattern('⟨$0, $1⟩', '\\langle $0, $1\\rangle', 4, 0),
  shape: ([u, v]) => (sameShape(u!, v!) ? [] : 'expected equal shapes'),
  value: ([u, v]) => [sumAlong(u!.data.length, (k) => u!.data[k]! * v!.data[k]!)],
  scalar: ([u, v], _, [shape]) => sumOf(positions(shape!).map((index) => productOf(u!(...index), v!(...index)))),
  partials: [([, v]) => v!, ([u]) => u!],
});

/** A scalar times a tensor. */
export const scale = op('scale', {
  form: pattern('$0·$1', '$0\\,$1', 2, 3),
  shape: ([s, v]) => (s!.length === 0 ? v! : 'expected a scalar first'),
  value: ([s, v]) => v!.data.map((x) => s!.data[0]! * x),
  scalar: ([s, v], index) => productOf(s!(), v!(...index)),
  pullbacks: [(g, [, v]) => dot(g, v!), (g, [s]) => scale(s!, g)],
});
