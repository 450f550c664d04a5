/** Gradients through time: taken apart, truncated, carried forward; and the Jacobians that they are made of. */
export { type CutKind, cut } from './cut.ts';
export * from './jacobians.ts';
export * from './lag-terms.ts';
export * from './rtrl.ts';
export * from './split-jacobian.ts';
export * from './stateful.ts';
export * from './teacher-forcing.ts';
export * from './truncated.ts';
