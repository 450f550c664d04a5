/** Every optimiser, in teaching order. Selectors, steppers and tests iterate `optimizers`. */
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamW } from './adamw.ts';
import { momentum } from './momentum.ts';
import { nesterov } from './nesterov.ts';
import type { Optimizer } from './optimizer.ts';
import { proximal } from './proximal.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

export { type Optimizer, optimizerProgram, optimizerTex, withL2 } from './optimizer.ts';
export { initialState, type OptimizerState, type Update, update } from './update.ts';
export { adagrad, adam, adamW, momentum, nesterov, proximal, rmsprop, sgd };

/** Every optimiser. */
export const optimizers: readonly Optimizer[] = [sgd, momentum, nesterov, adagrad, rmsprop, adam, adamW, proximal];
