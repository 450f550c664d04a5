/**
 * What parameters hold before training: one function per scheme, `(shape, random, ...key) → values`, row-major.
 *
 * Element i of the array comes from the key `(...key, i)`, so a parameter keeps its values whatever else is initialised
 * before it. A matrix has shape [outputs, inputs], as in `matvec(W, x)`.
 *
 * Not here: which parameter gets which scheme; the cells say that. Shapes are per gate: PyTorch and Keras stack an LSTM's
 * gates into one [4H, X] matrix, and Keras takes the fan of that stack, so its Glorot bound is smaller than ours.
 */
import { log, sqrt } from './math.ts';
import type { KeyPart, Random } from './random.ts';

/**
 * Makes the values of one parameter.
 *
 * @throws RangeError if a size is not an integer of at least 0, or if a scheme for matrices gets another shape.
 */
export type Initializer = (shape: readonly number[], random: Random, ...key: readonly KeyPart[]) => Float64Array;

function sizeOf(shape: readonly number[]): number {
  if (!shape.every((n) => Number.isInteger(n) && n >= 0)) {
    throw new RangeError(`A shape is a list of integers of at least 0; got [${shape.join(', ')}].`);
  }
  return shape.reduce((size, n) => size * n, 1);
}

function matrixShape(scheme: string, shape: readonly number[]): [outputs: number, inputs: number] {
  const [outputs, inputs] = shape;
  if (shape.length !== 2 || outputs === undefined || inputs === undefined) {
    throw new RangeError(`${scheme} initialises matrices, of shape [outputs, inputs]; got [${shape.join(', ')}].`);
  }
  return [outputs, inputs];
}

/** All v. */
export function constant(v: number): Initializer {
  return (shape) => new Float64Array(sizeOf(shape)).fill(v);
}

/** All 0: the usual bias, and the usual h_0. */
export const zeros: Initializer = constant(0);

/**
 * Biases for dependencies of up to T steps: ±log u, u uniform in [1, T − 1), so that gates forget on time scales spread
 * over 1 … T. Tallec & Ollivier, ICLR 2018, arXiv:1804.11188, §3: +log u for the LSTM's b_f and the negative of the same
 * numbers for b_i, so give both the same key. For a GRU's update gate: +1 where z keeps the state (PyTorch, Keras), −1
 * where z replaces it (Chung et al. 2014).
 *
 * ```ts
 * import { initializers, random } from 'unrolled';
 * const r = random(1997);
 * initializers.chrono(100)([3], r, 'b_f') // → [3.65…, 4.50…, 2.54…]
 * initializers.chrono(100, -1)([3], r, 'b_f') // → [-3.65…, -4.50…, -2.54…]
 * ```
 *
 * @throws RangeError for a T that is not a finite number of at least 2
 */
export function chrono(T: number, sign: 1 | -1 = 1): Initializer {
  if (!(T >= 2 && T < Number.POSITIVE_INFINITY)) throw new RangeError(`chrono needs a T of at least 2; got ${T}.`);
  return (shape, random, ...key) =>
    new Float64Array(sizeOf(shape)).map((_, i) => sign * log(1 + (T - 2) * random.uniform(...key, i)));
}

/** Uniform in [−bound, bound). */
export function uniform(bound: number): Initializer {
  return (shape, random, ...key) =>
    new Float64Array(sizeOf(shape)).map((_, i) => bound * (2 * random.uniform(...key, i) - 1));
}

/** Normal with mean 0 and standard deviation std. */
export function normal(std: number): Initializer {
  return (shape, random, ...key) => new Float64Array(sizeOf(shape)).map((_, i) => std * random.normal(...key, i));
}

/**
 * Uniform in [−1/√H, 1/√H): what PyTorch gives every weight and bias of `nn.RNN`, `nn.LSTM`, `nn.GRU` with H hidden
 * units, input weights too (`RNNBase.reset_parameters`), and of `nn.Linear` with H inputs. H is given because the shape
 * does not tell: W_xh is [H, X].
 */
export function torchDefault(H: number): Initializer {
  return uniform(1 / sqrt(H));
}

/**
 * Uniform with variance 2/(inputs + outputs): a compromise between keeping the variance of values (1/inputs) and of
 * gradients (1/outputs). Glorot & Bengio, AISTATS 2010, eq. 16. Keras' default for input weights.
 */
export const glorotUniform: Initializer = (shape, random, ...key) => {
  const [outputs, inputs] = matrixShape('glorotUniform', shape);
  return uniform(sqrt(6 / (outputs + inputs)))(shape, random, ...key);
};

/** Normal with variance 2/inputs: keeps the variance of values through ReLU. He, Zhang, Ren, Sun, ICCV 2015, eq. 10. */
export const heNormal: Initializer = (shape, random, ...key) => {
  const [, inputs] = matrixShape('heNormal', shape);
  return normal(sqrt(2 / inputs))(shape, random, ...key);
};

/**
 * scale × the identity; a matrix that is not square has ones on its diagonal, zeros elsewhere. With ReLU, b_h = 0 and
 * scale 1 this is the IRNN: Le, Jaitly, Hinton 2015, arXiv:1504.00941.
 */
export function identity(scale = 1): Initializer {
  return (shape) => {
    const [outputs, inputs] = matrixShape('identity', shape);
    const values = new Float64Array(sizeOf(shape));
    for (let i = 0; i < Math.min(outputs, inputs); i++) values[i * inputs + i] = scale;
    return values;
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Makes v orthogonal to the orthonormal `others`, and of length 1. */
function orthonormalize(v: Float64Array, others: readonly Float64Array[]): void {
  // Twice, because the first pass leaves rounding errors that grow when v is nearly a mix of the others; a second is
  // always enough (Giraud, Langou, Rozložník, van den Eshof 2005).
  for (const other of [...others, ...others]) {
    const overlap = dot(v, other);
    for (let i = 0; i < v.length; i++) v[i] = (v[i] as number) - overlap * (other[i] as number);
  }
  const length = sqrt(dot(v, v));
  for (let i = 0; i < v.length; i++) v[i] = (v[i] as number) / length;
}

/**
 * gain × a random orthogonal matrix, every orthogonal matrix being equally likely: it keeps lengths, so repeated
 * multiplication neither grows nor shrinks a state. A tall matrix has orthonormal columns, a wide one orthonormal rows.
 * Saxe, McClelland, Ganguli, ICLR 2014, arXiv:1312.6120. Keras' default for recurrent weights.
 *
 * Gram–Schmidt on normal random vectors. That is a QR factorisation whose R has a positive diagonal, which is the sign
 * convention that makes the distribution uniform (Mezzadri 2007, arXiv:math-ph/0609050).
 */
export function orthogonal(gain = 1): Initializer {
  return (shape, random, ...key) => {
    const [outputs, inputs] = matrixShape('orthogonal', shape);
    const values = normal(1)(shape, random, ...key);
    const [count, length] = [Math.min(outputs, inputs), Math.max(outputs, inputs)];
    const index = (k: number, i: number): number => (outputs > inputs ? i * inputs + k : k * inputs + i);
    const vectors: Float64Array[] = [];
    for (let k = 0; k < count; k++) {
      const v = new Float64Array(length).map((_, i) => values[index(k, i)] as number);
      orthonormalize(v, vectors);
      v.forEach((value, i) => {
        values[index(k, i)] = gain * value;
      });
      vectors.push(v);
    }
    return values;
  };
}
