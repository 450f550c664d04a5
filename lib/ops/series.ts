/**
 * How each op carries a truncated Taylor series: from the series of its operands to that of its result. The rows of
 * forward mode; the interpreter that walks a program is `jet.ts`. Recurrences are those of Griewank & Walther 2008,
 * ch. 13 (tables 13.1 and 13.2), in normalised coefficients v_k = v⁽ᵏ⁾/k!.
 *
 * Linear and bilinear ops need no rule of their own: their value, applied to coefficients, is it.
 */
import * as math from '../math.ts';
import type { Op } from '../op.ts';
import type { Attributes } from '../program.ts';
import { type Shape, sizeOf, slice, stack, type Tensor } from '../tensor.ts';
import { ops, range, total } from './table.ts';

/** v(ε) = v_0 + v_1 ε + … + v_n εⁿ, coefficients of the value's shape. A single one is a constant. */
export type Jet = readonly Tensor[];

/** The series of an op's result, up to εⁿ with n = `order`, from those of its operands. */
export function series(op: Op, operands: readonly Jet[], shape: Shape, attributes: Attributes, order: number): Jet {
  if (operands.every((jet) => jet.length === 1)) return [evaluated(op, operands.map(first), shape, attributes)];
  const rule = rules[op.name];
  if (!rule) throw new TypeError(`${op.name} has no series rule`);
  return rule({ op, operands, shape, attributes, order });
}

export const zerosLike = ({ shape, data }: Tensor): Tensor => ({ shape, data: new Float64Array(data.length) });

interface Applied {
  readonly op: Op;
  readonly operands: readonly Jet[];
  readonly shape: Shape;
  readonly attributes: Attributes;
  readonly order: number;
}
type Rule = (applied: Applied) => Jet;
/** The coefficients of one element. */
type Series = readonly number[];
/** From the series of one element of each operand to that of the result, whose value is known. */
type Recurrence = (x: readonly Series[], value: number) => Series;

const first = (jet: Jet): Tensor => jet[0]!;
const coefficient = (jet: Jet, k: number): Tensor => jet[k] ?? zerosLike(jet[0]!);
const evaluated = (op: Op, operands: readonly Tensor[], shape: Shape, attributes: Attributes): Tensor => ({
  shape,
  data: Float64Array.from(op.value(operands, shape, attributes)),
});

/** y_k = op(x_k). */
const linear: Rule = ({ op, operands, shape, attributes, order }) =>
  range(order + 1).map((k) =>
    evaluated(
      op,
      operands.map((jet) => coefficient(jet, k)),
      shape,
      attributes,
    ),
  );

/** y_k = Σ_j op(a_j, b_{k−j}): the Cauchy product. */
const bilinear: Rule = ({ op, operands: [a, b], shape, attributes, order }) =>
  range(order + 1).map((k) => {
    const sum = new Float64Array(sizeOf(shape));
    for (let j = Math.max(0, k + 1 - b!.length); j <= k && j < a!.length; j++) {
      const term = evaluated(op, [a![j]!, b![k - j]!], shape, attributes).data;
      for (let i = 0; i < sum.length; i++) sum[i]! += term[i]!;
    }
    return { shape, data: sum };
  });

/** One scalar recurrence for every element. A literal, or a scalar, stands beside all of them. */
const elementwise =
  (recurrence: Recurrence): Rule =>
  ({ op, operands, shape, order }) => {
    const result = range(order + 1).map(() => ({ shape, data: new Float64Array(sizeOf(shape)) }));
    for (let i = 0; i < sizeOf(shape); i++) {
      const x = operands.map((jet) => elementOf(jet, jet[0]!.shape.length === 0 ? 0 : i, order));
      const y = recurrence(x, op.pointwise!(...x.map((each) => each[0]!)));
      for (let k = 0; k <= order; k++) result[k]!.data[i] = y[k]!;
    }
    return result;
  };

const elementOf = (jet: Jet, i: number, order: number): Series => range(order + 1).map((k) => jet[k]?.data[i] ?? 0);

// ------------------------------------------------------------------------------------- series of numbers

const convolution = (a: Series, b: Series, from: number, to: number, k: number): number => {
  let sum = 0;
  for (let j = from; j <= to; j++) sum += a[j]! * b[k - j]!;
  return sum;
};
const times = (a: Series, b: Series): Series => a.map((_, k) => convolution(a, b, 0, k, k));
const constant = (value: number, { length }: Series): Series => range(length).map((k) => (k === 0 ? value : 0));

/** v_k found from the coefficients before it. */
function solve(value: number, { length }: Series, next: (v: Series, k: number) => number): Series {
  const v = [value];
  for (let k = 1; k < length; k++) v.push(next(v, k));
  return v;
}

/** v′ = w x′: v_k = (1/k) Σ_{j=1…k} j x_j w_{k−j}, where w may depend on the coefficients of v below k. */
function integrate(x: Series, value: number, slope: (v: Series, k: number) => number): Series {
  const w: number[] = [];
  return solve(value, x, (v, k) => {
    w.push(slope(v, k - 1));
    let sum = 0;
    for (let j = 1; j <= k; j++) sum += j * x[j]! * w[k - j]!;
    return sum / k;
  });
}

const exp = (x: Series, value = math.exp(x[0]!)): Series => integrate(x, value, (v, k) => v[k]!);
const div = (a: Series, b: Series, value = a[0]! / b[0]!): Series =>
  solve(value, a, (v, k) => (a[k]! - convolution(b, v, 1, k, k)) / b[0]!);
const log = (x: Series, value = math.log(x[0]!)): Series => {
  const inverse = div(constant(1, x), x);
  return integrate(x, value, (_, k) => inverse[k]!);
};
const sigmoid = (x: Series, value = math.sigmoid(x[0]!)): Series =>
  integrate(x, value, (v, k) => v[k]! - convolution(v, v, 0, k, k));
const logisticSlope = (x: Series) => {
  const s = sigmoid(x);
  return (_: Series, k: number) => s[k]!;
};

/** (sin x)′ = cos x · x′ and (cos x)′ = −sin x · x′, found together. */
function sinCos(x: Series): { readonly sin: Series; readonly cos: Series } {
  const cos = [math.cos(x[0]!)];
  const sin = integrate(x, math.sin(x[0]!), (v, k) => {
    for (let m = cos.length; m <= k; m++) {
      let sum = 0;
      for (let j = 1; j <= m; j++) sum += j * x[j]! * v[m - j]!;
      cos.push(-sum / m);
    }
    return cos[k]!;
  });
  return { sin, cos: integrate(x, cos[0]!, (_, k) => -sin[k]!) };
}

/**
 * e^(−1/x²) and 0 at 0. Every derivative is a polynomial in 1/x times e^(−1/x²), which tends to 0 at 0: there all
 * coefficients are 0, along any curve (Cauchy 1822). Where the value underflows (|x| < .0367), so do they: none of the
 * first twenty is above 1e-240.
 */
const flat: Recurrence = ([x], value) =>
  value === 0 ? constant(0, x!) : exp(div(constant(-1, x!), times(x!, x!)), value);

/** Exponentials of z with the largest z taken out, as the ops compute them. */
function shifted([z]: readonly Jet[], order: number) {
  const elements = range(z![0]!.data.length).map((i) => elementOf(z!, i, order));
  const largest = Math.max(...elements.map((each) => each[0]!));
  const e = elements.map(([z_0, ...rest]) => exp([z_0! - largest, ...rest]));
  return { largest, e, sum: range(order + 1).map((k) => total(e.map((each) => each[k]!))) };
}

const gathered = (elements: readonly Series[], shape: Shape): Jet =>
  elements[0]!.map((_, k) => ({ shape, data: Float64Array.from(elements, (each) => each[k]!) }));

/** The rule of the op that is applied, on each row. */
const eachRow: Rule = ({ operands, shape, attributes: { of, inner = {}, rows = [] }, order }) => {
  const row = (jet: Jet, k: number, n: number) => (rows[k] ? jet.map((each) => slice(each, n)) : jet);
  const results = range(shape[0]!).map((n) =>
    series(
      ops[of!]!,
      operands.map((jet, k) => row(jet, k, n)),
      shape.slice(1),
      inner,
      order,
    ),
  );
  return results[0]!.map((_, k) => stack(results.map((jet) => jet[k]!)));
};

/**
 * One row per op. At a kink the derivative is the one that backward takes: 0 for ReLU and |x| at 0, and so for all
 * higher orders; `step` and `sign` are constants; `select` takes the side that its value comes from, `max` the first of
 * the largest.
 */
// biome-ignore format: one table, one row per rule
export const rules: Readonly<Record<string, Rule>> = {
  ...all(linear, 'add', 'sub', 'identity', 'sum', 'mean', 'spread', 'fill', 'batchMean', 'swapAxes'),
  ...all(linear, 'concat', 'part', 'place', 'stackSteps', 'row', 'placeRow', 'delay'),
  ...all(linear, 'sumTime', 'spreadTime', 'last', 'placeLast', 'sumRows', 'repeatRows'),
  ...all(bilinear, 'mul', 'matvec', 'matvecT', 'outer', 'dot', 'scale', 'matmul'),
  div:       elementwise(([a, b], v) => div(a!, b!, v)),
  square:    elementwise(([x]) => times(x!, x!)),
  sqrt:      elementwise(([x], r) => solve(r, x!, (v, k) => (x![k]! - convolution(v, v, 1, k - 1, k)) / (2 * r))),
  exp:       elementwise(([x], v) => exp(x!, v)),
  log:       elementwise(([x], v) => log(x!, v)),
  power:     elementwise(([a, b], v) => exp(times(b!, log(a!)), v)),
  tanh:      elementwise(([x], t) => integrate(x!, t, (v, k) => (k === 0 ? 1 : 0) - convolution(v, v, 0, k, k))),
  sigmoid:   elementwise(([x], v) => sigmoid(x!, v)),
  softplus:  elementwise(([x], v) => integrate(x!, v, logisticSlope(x!))),
  sin:       elementwise(([x]) => sinCos(x!).sin),
  cos:       elementwise(([x]) => sinCos(x!).cos),
  flat:      elementwise(flat),
  relu:      elementwise(([x], v) => (x![0]! <= 0 ? constant(v, x!) : x!)),
  abs:       elementwise(([x], v) => x!.map((x_k, k) => (k === 0 ? v : x![0]! > 0 ? x_k : x![0]! < 0 ? -x_k : 0 * x![0]!))),
  step:      elementwise(([x], v) => constant(v, x!)),
  sign:      elementwise(([x], v) => constant(v, x!)),
  select:    elementwise(([m, a, b]) => (m![0] === 0 ? b! : a!)),
  max:       elementwise((x, v) => x.find((each) => each[0] === v) ?? constant(v, x[0]!)),
  detach:    ({ op, operands, shape, attributes }) => [evaluated(op, operands.map(first), shape, attributes)],
  softmax:   ({ operands, shape, order }) => {
    const { e, sum } = shifted(operands, order);
    return gathered(e.map((each) => div(each, sum)), shape);
  },
  logsumexp: ({ operands, shape, order }) => {
    const { largest, sum } = shifted(operands, order);
    const [value, ...rest] = log(sum);
    return gathered([[largest + value!, ...rest]], shape);
  },
  each:      eachRow,
};

function all(rule: Rule, ...names: readonly string[]): Record<string, Rule> {
  return Object.fromEntries(names.map((name) => [name, rule]));
}
