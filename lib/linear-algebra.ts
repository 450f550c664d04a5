/**
 * What a Jacobian is asked: norms, singular values, eigenvalues. For small dense real matrices [m, n], in float64.
 * Not for training, and not part of programs: nothing here is traced or differentiated.
 */
import { sqrt } from './math.ts';
import { showShape, type Tensor, type TensorLike, tensor } from './tensor.ts';

export { type Complex, eigenvalues, modulus, spectralRadius } from './eigenvalues.ts';

/** √ Σ x²: the length of a vector, the Frobenius norm of a matrix. Neither overflows nor underflows on the way. */
export function norm(value: TensorLike): number {
  const { data } = tensor(value);
  const largest = data.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  return largest * sqrt(data.reduce((sum, x) => sum + (x / largest) * (x / largest), 0));
}

/** A·B of [m, n] and [n, p]. */
export function product(A: Tensor, B: Tensor): Tensor {
  const [m, n] = sizes(A);
  const [same, p] = sizes(B);
  if (n !== same) throw new RangeError(`a product of ${showShape(A.shape)} and ${showShape(B.shape)}`);
  const data = new Float64Array(m * p);
  for (let i = 0; i < m; i++)
    for (let k = 0; k < n; k++) for (let j = 0; j < p; j++) data[i * p + j]! += A.data[i * n + k]! * B.data[k * p + j]!;
  return { shape: [m, p], data };
}

/** The n × n matrix of ones on the diagonal and zeros elsewhere. */
export const identityMatrix = (n: number): Tensor => ({
  shape: [n, n],
  data: Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0)),
});

/**
 * Singular values, largest first: how much a matrix stretches along its axes. One-sided Jacobi (Hestenes 1958): pairs of
 * columns are turned until all are orthogonal; their lengths are the answer. Small ones keep their relative accuracy
 * when the matrix is a well-conditioned one with scaled columns (Demmel & Veselić 1992).
 *
 * ```ts
 * import { linearAlgebra } from 'unrolled';
 * linearAlgebra.singularValues([[3, 0], [4, 5]]) // → [6.708203932499…, 2.236067977499…]
 * ```
 */
export function singularValues(matrix: TensorLike): number[] {
  const { shape, data } = tensor(matrix);
  const scale = data.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0) || 1;
  const columns = shortColumns({ shape, data: data.map((x) => x / scale) });
  for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < columns.length; p++)
      for (let q = p + 1; q < columns.length; q++) if (orthogonalise(columns[p]!, columns[q]!)) turned = true;
  }
  return columns.map((column) => scale * sqrt(dot(column, column))).sort((a, b) => b - a);
}

/** The columns of the matrix or of its transpose, whichever are fewer. */
function shortColumns(A: Tensor): Float64Array[] {
  const [m, n] = sizes(A);
  const at = n <= m ? (i: number, j: number) => A.data[i * n + j]! : (i: number, j: number) => A.data[j * n + i]!;
  return Array.from({ length: Math.min(m, n) }, (_, j) =>
    Float64Array.from({ length: Math.max(m, n) }, (_each, i) => at(i, j)),
  );
}

/** Turns two columns in their plane until they are orthogonal; false when they already are. */
function orthogonalise(a: Float64Array, b: Float64Array): boolean {
  const aa = dot(a, a);
  const bb = dot(b, b);
  const ab = dot(a, b);
  if (Math.abs(ab) <= 1e-16 * sqrt(aa) * sqrt(bb)) return false;
  const zeta = (bb - aa) / (2 * ab);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + sqrt(1 + zeta * zeta));
  const c = 1 / sqrt(1 + t * t);
  const s = c * t;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    a[i] = c * x - s * y;
    b[i] = s * x + c * y;
  }
  return true;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** The largest singular value: the most that a matrix can stretch a vector. */
export const spectralNorm = (matrix: TensorLike): number => singularValues(matrix)[0]!;

function sizes({ shape }: Tensor): readonly [number, number] {
  if (shape.length !== 2) throw new RangeError(`expected a matrix, got ${showShape(shape)}`);
  return [shape[0]!, shape[1]!];
}
