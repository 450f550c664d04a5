/**
 * Eigenvalues of small real matrices. What a linear recurrence h_t = W h_{t−1} does in the long run is decided by the
 * largest of them; what it does in a few steps, by the singular values (see `linear-algebra.ts`).
 */
import { sqrt } from './math.ts';
import { showShape, type TensorLike, tensor } from './tensor.ts';

/** re + i·im. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

const complex = (re: number, im = 0): Complex => ({ re, im });
const plus = (a: Complex, b: Complex): Complex => complex(a.re + b.re, a.im + b.im);
const minus = (a: Complex, b: Complex): Complex => complex(a.re - b.re, a.im - b.im);
const times = (a: Complex, b: Complex): Complex => complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
const conjugate = ({ re, im }: Complex): Complex => complex(re, -im);
const half = ({ re, im }: Complex): Complex => complex(re / 2, im / 2);

/** |z|, without overflow. */
export function modulus({ re, im }: Complex): number {
  const [a, b] = [Math.abs(re), Math.abs(im)];
  const largest = Math.max(a, b);
  return largest === 0 ? 0 : largest * sqrt((a / largest) * (a / largest) + (b / largest) * (b / largest));
}

function root(z: Complex): Complex {
  const r = sqrt((modulus(z) + Math.abs(z.re)) / 2);
  if (r === 0) return complex(0);
  const other = z.im / (2 * r);
  return z.re >= 0 ? complex(r, other) : complex(Math.abs(other), z.im < 0 ? -r : r);
}

type Rows = Complex[][];

/**
 * All eigenvalues, largest modulus first; complex ones come in pairs. Shifted QR on the Hessenberg form, in complex
 * numbers (Golub & Van Loan 2013, ch. 7). Each is exact for a matrix within about 1e-15·‖A‖ of the one given; where an
 * eigenvalue is multiple and defective, that can move it by the root of that.
 *
 * ```ts
 * import { linearAlgebra } from 'unrolled';
 * linearAlgebra.eigenvalues([[0, -1], [1, 0]]).map(({ im }) => Math.round(im)) // → [1, -1]
 * ```
 *
 * @throws RangeError when the matrix is not square
 */
export function eigenvalues(matrix: TensorLike): Complex[] {
  const A = tensor(matrix);
  const [n = 0, columns] = A.shape;
  if (A.shape.length !== 2 || n !== columns)
    throw new RangeError(`only square matrices have eigenvalues, not ${showShape(A.shape)}`);
  const scale = A.data.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0) || 1;
  const H: Rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_each, j) => complex(A.data[i * n + j]! / scale)),
  );
  for (let k = 0; k < n - 2; k++) for (let i = n - 1; i > k + 1; i--) eliminate(H, i, k);
  for (let end = n - 1; end > 0; end--) deflate(H, end);
  return H.map((row, i) => complex(row[i]!.re * scale, row[i]!.im * scale)).sort((a, b) => modulus(b) - modulus(a));
}

/** The largest modulus of an eigenvalue: the factor a step, in the long run. */
export function spectralRadius(matrix: TensorLike): number {
  const [largest] = eigenvalues(matrix);
  return largest ? modulus(largest) : 0;
}

/** A rotation of rows i − 1 and i (and of the same columns) that makes H[i][k] zero. */
function eliminate(H: Rows, i: number, k: number): void {
  const turn = rotation(H[i - 1]![k]!, H[i]![k]!);
  rotateRows(H, i, turn, 0, H.length);
  rotateColumns(H, i, turn, H.length);
  H[i]![k] = complex(0);
}

/** Beside a matrix whose largest element is 1. */
const NEGLIGIBLE = 2.3e-16;

/** QR steps until the last row of the leading block of `end` + 1 rows has only its eigenvalue left. */
function deflate(H: Rows, end: number): void {
  for (let round = 1; ; round++) {
    let start = end;
    while (start > 0 && modulus(H[start]![start - 1]!) > NEGLIGIBLE) start--;
    if (start > 0) H[start]![start - 1] = complex(0);
    if (start === end) return;
    if (round > 300) throw new RangeError('the eigenvalues did not converge');
    // Every tenth time some other shift: a matrix that only permutes is not moved by the usual one.
    qrStep(H, start, end, round % 10 === 0 ? complex(modulus(H[end]![end - 1]!)) : wilkinson(H, end));
  }
}

/** The eigenvalue of the last two rows that is closer to the last element (Wilkinson 1965). */
function wilkinson(H: Rows, end: number): Complex {
  const [a, b] = [H[end - 1]![end - 1]!, H[end - 1]![end]!];
  const [c, d] = [H[end]![end - 1]!, H[end]![end]!];
  const middle = half(plus(a, d));
  const gap = half(minus(a, d));
  const width = root(plus(times(gap, gap), times(b, c)));
  const candidates = [plus(middle, width), minus(middle, width)];
  const [first, second] = candidates.map((z) => modulus(minus(z, d)));
  return candidates[first! <= second! ? 0 : 1]!;
}

function qrStep(H: Rows, start: number, end: number, shift: Complex): void {
  for (let i = start; i <= end; i++) H[i]![i] = minus(H[i]![i]!, shift);
  const turns: Rotation[] = [];
  for (let i = start + 1; i <= end; i++) {
    const turn = rotation(H[i - 1]![i - 1]!, H[i]![i - 1]!);
    rotateRows(H, i, turn, i - 1, end + 1);
    turns.push(turn);
  }
  turns.forEach((turn, k) => {
    rotateColumns(H, start + 1 + k, turn, Math.min(end, start + 2 + k) + 1, start);
  });
  for (let i = start; i <= end; i++) H[i]![i] = plus(H[i]![i]!, shift);
}

interface Rotation {
  readonly c: Complex;
  readonly s: Complex;
}

/** The unitary [c̄ s̄; −s c] that turns (a, b) into (r, 0); the identity where b is nothing beside 1. */
function rotation(a: Complex, b: Complex): Rotation {
  const r = modulus(complex(modulus(a), modulus(b)));
  if (modulus(b) < 1e-150) return { c: complex(1), s: complex(0) };
  return { c: complex(a.re / r, a.im / r), s: complex(b.re / r, b.im / r) };
}

function rotateRows(H: Rows, i: number, { c, s }: Rotation, from: number, to: number): void {
  const [above, below] = [H[i - 1]!, H[i]!];
  for (let j = from; j < to; j++) {
    const [x, y] = [above[j]!, below[j]!];
    above[j] = plus(times(conjugate(c), x), times(conjugate(s), y));
    below[j] = minus(times(c, y), times(s, x));
  }
}

function rotateColumns(H: Rows, i: number, { c, s }: Rotation, to: number, from = 0): void {
  for (let j = from; j < to; j++) {
    const [x, y] = [H[j]![i - 1]!, H[j]![i]!];
    H[j]![i - 1] = plus(times(x, c), times(y, s));
    H[j]![i] = minus(times(y, conjugate(c)), times(x, conjugate(s)));
  }
}
