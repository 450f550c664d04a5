/**
 * Ops that only move numbers: joining vectors, taking parts, stacking steps, shifting sequences in time.
 */

import type { Var } from '../builder.ts';
import { call, pattern } from '../op.ts';
import { sameShape, showShape, sizeOf } from '../tensor.ts';
import { fill } from './reductions.ts';
import { type OpWith, op, opWith, range } from './table.ts';

/** Two or more vectors behind one another: [A], [B] → [A + B]. */
export const concat = op('concat', {
  form: call('concat', ''),
  shape: (shapes) =>
    shapes.every((shape) => shape.length === 1) ? [shapes.reduce((sum, [n]) => sum + n!, 0)] : 'expected vectors',
  value: (operands) => operands.flatMap(({ data }) => Array.from(data)),
  scalar: (operands, [i], shapes) => {
    let start = 0;
    for (const [k, [length]] of shapes.entries()) {
      if (i! < start + length!) return operands[k]!(i! - start);
      start += length!;
    }
    return 0;
  },
  pullbacks: (count) =>
    range(count).map(
      (k) => (g, x) =>
        part(
          g,
          x.slice(0, k).reduce((sum, { shape }) => sum + shape[0]!, 0),
          x[k]!.shape[0]!,
        ),
    ),
});

/** `length` elements of a vector from `start` on. */
export const part: OpWith<[start: number, length: number]> = opWith(
  'part',
  (start: number, length: number) => ({ value: start, length }),
  {
    form: call('part'),
    shape: ([v], { value: start, length }) =>
      v?.length === 1 && start! + length! <= v[0]! ? [length!] : `expected a vector of at least ${start! + length!}`,
    value: ([v], [length], { value: start }) => v!.data.slice(start!, start! + length!),
    scalar: ([v], [i], _, { value: start }) => v!(start! + i!),
    pullbacks: [(g, [v], _, { value: start }) => place(g, start!, v!.shape[0]!)],
  },
);

/** A vector inside a longer one that is 0 elsewhere. */
export const place: OpWith<[start: number, length: number]> = opWith(
  'place',
  (start: number, length: number) => ({ value: start, length }),
  {
    form: call('place'),
    shape: ([v], { value: start, length }) => (start! + v![0]! <= length! ? [length!] : 'expected room for it'),
    value: ([v], [length], { value: start }) => {
      const out = new Float64Array(length!);
      out.set(v!.data, start!);
      return out;
    },
    scalar: ([v], [i], [shape], { value: start }) => (i! >= start! && i! < start! + shape![0]! ? v!(i! - start!) : 0),
    pullbacks: [(g, [v], _, { value: start }) => part(g, start!, v!.shape[0]!)],
  },
);

/** Equally shaped values along a new first axis. `unroll` writes it where a whole sequence is read. */
export const stackSteps = op('stackSteps', {
  form: pattern('[$0 …]', '[$0 \\dots]', 4, 0),
  shape: ([first, ...others]) => {
    const odd = others.find((shape) => !sameShape(shape, first!));
    return odd
      ? `expected equal shapes, not ${showShape(first!)} and ${showShape(odd)}`
      : [others.length + 1, ...first!];
  },
  value: (operands) => operands.flatMap(({ data }) => Array.from(data)),
  scalar: (operands, [t, ...index]) => operands[t!]!(...index),
  pullbacks: (count) => range(count).map((k) => (g) => row(g, k)),
});

/** Row k along the first axis. */
export const row: OpWith<[k: number]> = opWith('row', (k: number) => ({ value: k }), {
  form: call('row'),
  shape: ([v], { value: k }) => (v && v.length > 0 && k! < v[0]! ? v.slice(1) : 'expected that many rows'),
  value: ([v], shape, { value: k }) => v!.data.slice(k! * sizeOf(shape), (k! + 1) * sizeOf(shape)),
  scalar: ([v], index, _, { value: k }) => v!(k!, ...index),
  pullbacks: [(g, [v], _, { value: k }) => placeRow(g, k!, v!.shape[0]!)],
});

/** A value as row k of an otherwise zero tensor. */
export const placeRow: OpWith<[k: number, length: number]> = opWith(
  'placeRow',
  (k: number, length: number) => ({ value: k, length }),
  {
    form: call('placeRow'),
    shape: ([v], { length }) => [length!, ...v!],
    value: ([v], shape, { value: k }) => {
      const out = new Float64Array(sizeOf(shape));
      out.set(v!.data, k! * v!.data.length);
      return out;
    },
    scalar: ([v], [r, ...index], _, { value: k }) => (r === k ? v!(...index) : 0),
    pullbacks: [(g, _x, _y, { value: k }) => row(g, k!)],
  },
);

/** A sequence shifted by `steps` into the future (past when negative), zeros moving in. */
export const delay: OpWith<[steps: number]> = opWith('delay', (steps: number) => ({ value: steps }), {
  form: call('delay'),
  shape: ([v]) => (v && v.length > 0 ? v : 'expected a sequence [T, …]'),
  value: ([v], shape, { value: steps }) => {
    const size = sizeOf(shape.slice(1));
    const out = new Float64Array(v!.data.length);
    for (let t = 0; t < shape[0]!; t++) {
      const from = t - steps!;
      if (from >= 0 && from < shape[0]!) out.set(v!.data.subarray(from * size, (from + 1) * size), t * size);
    }
    return out;
  },
  scalar: ([v], [t, ...index], [shape], { value: steps }) =>
    t! - steps! >= 0 && t! - steps! < shape![0]! ? v!(t! - steps!, ...index) : 0,
  pullbacks: [(g, _x, _y, { value: steps }) => delay(g, -steps!)],
  unrolled: (each, { value: steps }) => {
    const zero = fill(each[0]!, 0, each[0]!.shape);
    return each.map((_, t) => each[t - steps!] ?? zero);
  },
});

/** The first two axes exchanged: [T, N, …] → [N, T, …]. `batch` writes it where a whole sequence is read. */
export const swapAxes: (v: Var) => Var = op('swapAxes', {
  form: call('swap'),
  shape: ([v]) => (v && v.length >= 2 ? [v[1]!, v[0]!, ...v.slice(2)] : 'expected at least two axes'),
  value: ([v], [rows, columns, ...rest]) => {
    const size = sizeOf(rest);
    const out = new Float64Array(v!.data.length);
    for (let i = 0; i < rows!; i++) {
      for (let j = 0; j < columns!; j++) {
        const from = (j * rows! + i) * size;
        out.set(v!.data.subarray(from, from + size), (i * columns! + j) * size);
      }
    }
    return out;
  },
  scalar: ([v], [i, j, ...rest]) => v!(j!, i!, ...rest),
  pullbacks: [(g) => swapAxes(g)],
});
