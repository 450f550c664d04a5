/**
 * How each op carries a truncated Taylor series: from the series of its operands to that of its result. The rows of
 * forward mode; the interpreter that walks a program is `jet.ts`, the arithmetic of numbers is in `recurrences.ts`.
 *
 * Linear and bilinear ops need no rule of their own: their value, applied to coefficients, is it.
 */
import type { Op } from '../op.ts';
import type { Attributes } from '../program.ts';
import { type Shape, sizeOf, slice, stack, type Tensor } from '../tensor.ts';
import type { Series } from './recurrences.ts';
import * as of from './recurrences.ts';
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
    let sum: Float64Array | undefined;
    for (let j = Math.max(0, k + 1 - b!.length); j <= k && j < a!.length; j++) {
      const { data } = evaluated(op, [a![j]!, b![k - j]!], shape, attributes);
      sum = sum ? sum.map((x, i) => x + data[i]!) : data;
    }
    return { shape, data: sum ?? new Float64Array(sizeOf(shape)) };
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

/** Exponentials of z with the largest z taken out, as the ops compute them. */
function shifted([z]: readonly Jet[], order: number) {
  const elements = range(z![0]!.data.length).map((i) => elementOf(z!, i, order));
  const largest = z![0]!.data.reduce((top, x) => Math.max(top, x));
  const e = elements.map(([z_0, ...rest]) => of.exp([z_0! - largest, ...rest]));
  return { largest, e, sum: range(order + 1).map((k) => total(e.map((each) => each[k]!))) };
}

const gathered = (elements: readonly Series[], shape: Shape): Jet =>
  elements[0]!.map((_, k) => ({ shape, data: Float64Array.from(elements, (each) => each[k]!) }));

/** The rule of the op that is applied, on each row. */
const eachRow: Rule = ({ operands, shape, attributes, order }) => {
  const { of: applied, inner = {}, rows = [] } = attributes;
  const row = (jet: Jet, k: number, n: number) => (rows[k] ? jet.map((each) => slice(each, n)) : jet);
  const results = range(shape[0]!).map((n) =>
    series(
      ops[applied!]!,
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
  div:       elementwise(([a, b], v) => of.div(a!, b!, v)),
  square:    elementwise(([x]) => of.square(x!)),
  sqrt:      elementwise(([x], v) => of.sqrt(x!, v)),
  exp:       elementwise(([x], v) => of.exp(x!, v)),
  log:       elementwise(([x], v) => of.log(x!, v)),
  power:     elementwise(([a, b], v) => of.power(a!, b!, v)),
  tanh:      elementwise(([x], v) => of.tanh(x!, v)),
  sigmoid:   elementwise(([x], v) => of.sigmoid(x!, v)),
  softplus:  elementwise(([x], v) => of.softplus(x!, v)),
  normalCdf: elementwise(([x], v) => of.normalCdf(x!, v)),
  sin:       elementwise(([x]) => of.sin(x!)),
  cos:       elementwise(([x]) => of.cos(x!)),
  flat:      elementwise(([x], v) => of.flat(x!, v)),
  relu:      elementwise(([x], v) => (x![0]! <= 0 ? of.constant(v, x!) : x!)),
  abs:       elementwise(([x], v) => x!.map((x_k, k) => (k === 0 ? v : x![0]! > 0 ? x_k : x![0]! < 0 ? -x_k : 0 * x![0]!))),
  step:      elementwise(([x], v) => of.constant(v, x!)),
  sign:      elementwise(([x], v) => of.constant(v, x!)),
  select:    elementwise(([m, a, b]) => (m![0] === 0 ? b! : a!)),
  max:       elementwise((x, v) => x.find((each) => each[0] === v) ?? of.constant(v, x[0]!)),
  detach:    ({ op, operands, shape, attributes }) => [evaluated(op, operands.map(first), shape, attributes)],
  softmax:   ({ operands, shape, order }) => {
    const { e, sum } = shifted(operands, order);
    return gathered(e.map((each) => of.div(each, sum)), shape);
  },
  logsumexp: ({ operands, shape, order }) => {
    const { largest, sum } = shifted(operands, order);
    const [value, ...rest] = of.log(sum);
    return gathered([[largest + value!, ...rest]], shape);
  },
  each:      eachRow,
};

function all(rule: Rule, ...names: readonly string[]): Record<string, Rule> {
  return Object.fromEntries(names.map((name) => [name, rule]));
}
