/**
 * The op table, whole. One row per op, everything known about it in that row: how it is written, its shape
 * rule, its value, one element of it as scalar arithmetic, and its derivative. Derivatives emit equations,
 * never numbers, so that a backward program is traced, printed and stepped like any other.
 */
export * from './ops/batched.ts';

import './ops/each.ts';

export * from './ops/pointwise.ts';
export * from './ops/products.ts';
export * from './ops/reductions.ts';
export * from './ops/softmax.ts';
export * from './ops/structure.ts';
export { ops } from './ops/table.ts';
export * from './ops/time.ts';
