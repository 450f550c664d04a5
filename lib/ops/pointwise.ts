/**
 * Pointwise ops. Operands have equal shapes, or are literal numbers, which spread over the others; anything else is a
 * ShapeError. f and its local derivatives stand side by side; derivatives are written in ops again, so they can be traced,
 * stepped and differentiated.
 */

import type { Var } from '../builder.ts';
import * as math from '../math.ts';
import { call, type Form, infix, LITERAL, type Op, type Partial, pattern } from '../op.ts';
import { sameShape, showShape, sizeOf } from '../tensor.ts';
import { op, plus, range } from './table.ts';

function pointwise(
  name: string,
  form: Form,
  f: (...x: number[]) => number,
  partials: readonly Partial[] | ((n: number) => readonly Partial[]),
  more: Pick<Op, 'stops'> = {},
) {
  return op(name, {
    ...more,
    form,
    shape: (shapes) => {
      const [shape = LITERAL, ...others] = shapes.filter((each) => each !== LITERAL);
      const odd = others.find((each) => !sameShape(each, shape));
      return odd ? `expected equal shapes, not ${showShape(shape)} and ${showShape(odd)}` : shape;
    },
    pointwise: f,
    value: (operands, shape) =>
      Float64Array.from({ length: sizeOf(shape) }, (_, i) =>
        f(...operands.map(({ shape: s, data }) => data[s.length === 0 ? 0 : i]!)),
      ),
    scalar: (operands, index) => ({ op: name, args: operands.map((element) => element(...index)) }),
    partials,
  });
}

const one: Partial = () => 1;
const reciprocal = (x: Var | number): Var | number => (typeof x === 'number' ? 1 / x : div(1, x));

/** a + b + …: any number of operands, whose shapes are equal or literal numbers. Each gets the gradient as it is. */
export const add = pointwise('add', infix(' + ', ' + ', 1), plus, (n) => Array<Partial>(n).fill(one));
/** a − b. */
export const sub = pointwise('sub', infix(' − ', ' - ', 1, 2), (a, b) => a! - b!, [one, () => -1]);
/** a ⊙ b, element by element. Products with matrices: `matvec`; of a scalar and a tensor: `scale`. */
export const mul = pointwise('mul', infix(' ⊙ ', ' \\odot ', 2), (a, b) => a! * b!, [([, b]) => b!, ([a]) => a!]);
/** a/b, element by element, with IEEE infinities and NaN where b is 0. By b its derivative is −y/b, with the result y. */
export const div = pointwise('div', pattern('$0/$1', '\\frac{$0}{$1}', 2, 3, 0), (a, b) => a! / b!, [
  ([, b]) => reciprocal(b!),
  ([, b], y) => mul(-1, div(y, b!)),
]);
/** x itself, as a value of its own: the activation of a linear cell. */
export const identity = pointwise('identity', pattern('$0', '$0', 4, 0), (x) => x!, [one]);
/** x². */
export const square = pointwise('square', pattern('$0²', '{$0}^{2}', 3, 4), (x) => x! * x!, [([x]) => mul(2, x!)]);
/** e^x: ∞ above 709.78, 0 below −745.13. */
export const exp = pointwise('exp', call('exp', '\\exp'), (x) => math.exp(x!), [(_, y) => y]);
/** The natural logarithm: −∞ at 0, NaN below. */
export const log = pointwise('log', call('log', '\\log'), (x) => math.log(x!), [([x]) => div(1, x!)]);
/** The hyperbolic tangent, in [−1, 1] for every x. Its derivative is 1 − y²: at most 1, at 0; 0 where y is rounded to ±1. */
export const tanh = pointwise('tanh', call('tanh', '\\tanh'), (x) => math.tanh(x!), [(_, y) => sub(1, square(y))]);
/** The logistic function 1/(1 + e^{−x}), in [0, 1] for every x. Its derivative is y(1 − y): at most ¼, at 0. */
export const sigmoid = pointwise('sigmoid', call('σ', '\\sigma'), (x) => math.sigmoid(x!), [
  (_, y) => mul(y, sub(1, y)),
]);
/** log(1 + e^x) without overflow; its derivative is the logistic function. (Dugas et al. 2001.) */
export const softplus = pointwise(
  'softplus',
  call('softplus'),
  (x) => Math.max(x!, 0) + math.log1p(math.exp(-Math.abs(x!))),
  [([x]) => sigmoid(x!)],
);
/** Φ(x), the distribution function of the standard normal distribution; its derivative is e^{−x²/2}/√(2π). */
export const normalCdf = pointwise('normalCdf', call('Φ', '\\Phi'), (x) => math.normalCdf(x!), [
  ([x]) => mul(1 / Math.sqrt(2 * Math.PI), exp(mul(-0.5, square(x!)))),
]);
/** a^b for a > 0, as e^{b log a}. */
export const power = pointwise('power', pattern('$0^$1', '{$0}^{$1}', 3, 4), (a, b) => math.exp(b! * math.log(a!)), [
  ([a, b], y) => mul(b!, div(y, a!)),
  ([a], y) => mul(y, typeof a === 'number' ? math.log(a) : log(a!)),
]);
/** max(0, x); NaN stays NaN. Its derivative at 0 is taken to be 0, as PyTorch and TensorFlow do. */
export const relu = pointwise('relu', call('ReLU'), (x) => (x! <= 0 ? 0 : x!), [([x]) => step(x!)]);
/** 1 where x > 0, 0 where x ≤ 0; its derivative is 0 wherever there is one. */
export const step = pointwise('step', call('step'), (x) => (x! > 0 ? 1 : x! <= 0 ? 0 : x!), [([x]) => mul(0, x!)]);
/** √x; its derivative ½ ⁄ √x is infinite at 0. */
export const sqrt = pointwise('sqrt', pattern('√($0)', '\\sqrt{$0}', 4, 0), (x) => Math.sqrt(x!), [
  (_, y) => div(0.5, y),
]);
/** |x|; the derivative at 0 is taken to be 0, as PyTorch does. */
export const abs = pointwise('abs', pattern('|$0|', '\\lvert $0 \\rvert', 4, 0), (x) => Math.abs(x!), [
  ([x]) => sign(x!),
]);
/** −1, 0 or 1; NaN stays NaN. Its derivative is 0 wherever there is one. */
export const sign = pointwise('sign', call('sign'), (x) => (x! > 0 ? 1 : x! < 0 ? -1 : x! * 0), [([x]) => mul(0, x!)]);
/** The sine of an angle in radians. */
export const sin = pointwise('sin', call('sin', '\\sin'), (x) => math.sin(x!), [([x]) => cos(x!)]);
/** The cosine of an angle in radians. */
export const cos = pointwise('cos', call('cos', '\\cos'), (x) => math.cos(x!), [([x]) => mul(-1, sin(x!))]);
/** a where m ≠ 0, else b: a mask, which is not differentiated. */
export const select = pointwise('select', call('select'), (m, a, b) => (m === 0 ? b! : a!), [
  ([m]) => mul(0, m!),
  ([m]) => select(m!, 1, 0),
  ([m]) => select(m!, 0, 1),
]);
/**
 * The largest of its operands, element by element; NaN if one is. Where several are the largest, the gradient goes to the
 * first of them. (`torch.maximum` shares it out.)
 */
export const max = pointwise(
  'max',
  call('max', '\\max'),
  (...x) => Math.max(...x),
  (n) => range(n).map(isFirstLargest),
);

const above = (a: Var, b: Var): Var => step(sub(a, b));

/** 1 where operand k is above every one before it and none behind it is above it. */
const isFirstLargest =
  (k: number): Partial =>
  (x) =>
    range(x.length)
      .filter((j) => j !== k)
      .map((j) => (j < k ? above(x[k]!, x[j]!) : sub(1, above(x[j]!, x[k]!))))
      .reduce<Var | number>((all, each) => (all === 1 ? each : mul(all, each)), 1);

/**
 * e^(−1/x²), and 0 at 0: the function whose derivatives at 0 are all 0 and that is still not 0 (Cauchy 1822). Named
 * `flat` in programs. Its derivative is 2y/x³; where y is 0 (it underflows for |x| < .0367) it is 0.
 */
export const flatAtZero = pointwise(
  'flat',
  pattern('exp(−1/$0²)', '\\exp(-1/{$0}^{2})', 4, 4),
  (x) => (x === 0 ? 0 : math.exp(-1 / (x! * x!))),
  [
    ([x], y) => {
      const away = select(y, x!, 1); // never 0, so that no infinity is made that a mask could not undo
      return select(y, mul(y, div(2, mul(away, square(away)))), 0);
    },
  ],
);
/** x, as a constant: the gradient stops here. What truncated backpropagation through time cuts with. */
export const detach = pointwise('detach', call('detach'), (x) => x!, [], { stops: true });
