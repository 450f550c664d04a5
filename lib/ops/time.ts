/**
 * Ops along time: the first axis of a stacked sequence [T, …]. `unroll` replaces them by ops on the steps.
 */
import { call, pattern } from '../op.ts';
import type { Attributes } from '../program.ts';
import { type Shape, sizeOf } from '../tensor.ts';
import { add, identity } from './pointwise.ts';
import { fill } from './reductions.ts';
import { op, opWith, plus, range, sumOf } from './table.ts';

const stepShape = ([v]: readonly Shape[]) => (v && v.length > 0 ? v.slice(1) : 'expected a sequence [T, …]');
const sequenceShape = ([v]: readonly Shape[], { length }: Attributes) => [length!, ...v!];

/** Σ over time: [T, …] → […]. */
export const sumTime = op('sumTime', {
  form: pattern('Σ_t $0', '\\textstyle\\sum_t $0', 2, 3),
  shape: stepShape,
  value: ([v], shape) => {
    const size = sizeOf(shape);
    const steps = range(v!.data.length / size);
    return range(size).map((i) => plus(...steps.map((t) => v!.data[t * size + i]!)));
  },
  scalar: ([v], index, [shape]) => sumOf(range(shape![0]!).map((t) => v!(t, ...index))),
  pullbacks: [(g, [v]) => spreadTime(g, v!.shape[0]!)],
  unrolled: (steps) => (steps.length === 1 ? identity(steps[0]!) : add(...steps)),
});

/** The same value at each of T steps. */
export const spreadTime = opWith('spreadTime', (length: number) => ({ length }), {
  form: call('every step'),
  shape: sequenceShape,
  value: ([v], [length]) => range(length!).flatMap(() => Array.from(v!.data)),
  scalar: ([v], [, ...index]) => v!(...index),
  pullbacks: [(g) => sumTime(g)],
  unrolled: ([v], { length }) => range(length!).map(() => v!),
});

/** The last step: [T, …] → […]. */
export const last = op('last', {
  form: call('last'),
  shape: stepShape,
  value: ([v], shape) => v!.data.slice(-sizeOf(shape)),
  scalar: ([v], index, [shape]) => v!(shape![0]! - 1, ...index),
  pullbacks: [(g, [v]) => placeLast(g, v!.shape[0]!)],
  unrolled: (steps) => identity(steps.at(-1)!),
});

/** A sequence of T steps that is 0 but for its last. */
export const placeLast = opWith('placeLast', (length: number) => ({ length }), {
  form: call('at the last step'),
  shape: sequenceShape,
  value: ([v], [length]) => [...new Float64Array((length! - 1) * v!.data.length), ...v!.data],
  scalar: ([v], [t, ...index], _, { length }) => (t === length! - 1 ? v!(...index) : 0),
  pullbacks: [(g) => last(g)],
  unrolled: ([v], { length }) => range(length!).map((t) => (t === length! - 1 ? v! : fill(v!, 0, v!.shape))),
});
