/** The catalogue of the library: the only entry for code outside of it. */

export { backward } from './backward.ts';
export { batch } from './batch.ts';
export * from './cells/index.ts';
export * from './count.ts';
export * from './derivative.ts';
export * from './explain.ts';
export * as initializers from './initializers.ts';
export * from './kernels.ts';
export * from './losses.ts';
export * as math from './math.ts';
export * from './network.ts';
export * from './ops.ts';
export * from './plan.ts';
export * from './print.ts';
export * from './program.ts';
export { prune } from './prune.ts';
export * from './random.ts';
export * from './run.ts';
export * from './scalarize.ts';
export { scan } from './scan.ts';
export * from './tensor.ts';
export * from './tex.ts';
export { ShapeError, trace, type Var } from './trace.ts';
export { unroll } from './unroll.ts';
