/**
 * Reductions of a tensor to a scalar, and a scalar spread back over a tensor.
 */

import type { Var } from '../builder.ts';
import { call, type Element, type Expr, pattern } from '../op.ts';
import { type Shape, sizeOf } from '../tensor.ts';
import { op, opWith, range, register, sumOf, total } from './table.ts';

/** Every index of a shape, in row-major order. */
export const positions = (shape: Shape): number[][] =>
  shape.reduce<number[][]>((all, extent) => all.flatMap((head) => range(extent).map((k) => [...head, k])), [[]]);
/** All elements of an operand, for writing an op as scalars. */
export const every = (element: Element, shape: Shape): Expr[] => positions(shape).map((index) => element(...index));

/** All elements added → a scalar. */
export const sum = op('sum', {
  form: call('sum'),
  shape: () => [],
  value: ([v]) => [total(v!.data)],
  scalar: ([v], _, [shape]) => sumOf(every(v!, shape!)),
  partials: [([v]) => fill(v!, 1, v!.shape)],
});

/** The mean of all elements → a scalar. */
export const mean = op('mean', {
  form: call('mean'),
  shape: () => [],
  value: ([v]) => [total(v!.data) / v!.data.length],
  scalar: ([v], _, [shape]) => {
    const terms = every(v!, shape!);
    return terms.length === 1 ? terms[0]! : { op: 'div', args: [sumOf(terms), terms.length] };
  },
  partials: [([v]) => fill(v!, 1 / sizeOf(v!.shape), v!.shape)],
});

/** A scalar repeated over a shape. */
export const spread = opWith('spread', (shape: Shape) => ({ shape }), {
  form: call('spread', '\\mathbf{1}'),
  shape: ([s], { shape }) => (s!.length === 0 ? shape! : 'expected a scalar'),
  value: ([s], shape) => new Float64Array(sizeOf(shape)).fill(s!.data[0]!),
  scalar: ([s]) => s!(),
  pullbacks: [(g) => sum(g)],
});

/** A constant of any shape. Written `0` or `1`. `like` only says which trace it belongs to. */
const fillRow = register({
  name: 'fill',
  form: pattern('constant', 'c', 4, 0),
  shape: (_, { shape }) => shape!,
  value: (_, shape, { value }) => new Float64Array(sizeOf(shape)).fill(value!),
  scalar: (_operands, _index, _shapes, { value }) => value!,
  pullbacks: [],
});

/** A constant tensor: `value` everywhere. */
export const fill = (like: Var, value: number, shape: Shape): Var => like.builder.emit(fillRow, [], { value, shape });
