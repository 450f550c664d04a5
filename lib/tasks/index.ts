/** Every task, in teaching order. Selectors, the playground and tests iterate `tasks`. */
import { adding } from './adding.ts';
import { copy } from './copy.ts';
import { counting } from './counting.ts';
import { dyck } from './dyck.ts';
import { echo } from './echo.ts';
import { k1 } from './k1.ts';
import { k2 } from './k2.ts';
import { names } from './names.ts';
import { notes } from './notes.ts';
import { parity } from './parity.ts';
import { prose } from './prose.ts';
import { randomWalk } from './random-walk.ts';
import { embeddedReber, reber } from './reber.ts';
import { recall } from './recall.ts';
import { reviews } from './reviews.ts';
import { seasonal } from './seasonal.ts';
import { sine } from './sine.ts';
import { sines } from './sines.ts';
import type { Task } from './task.ts';
import { temporalOrder } from './temporal-order.ts';
import { tones } from './tones.ts';

export { isBalanced } from './dyck.ts';
export { k1Data, k1Network, k1Weights } from './k1.ts';
export { k2Data, k2Repaired } from './k2.ts';
export * from './k3.ts';
export * from './k4.ts';
export { NAMES } from './names-list.ts';
export { NOTE_FREQUENCIES, NOTES } from './notes.ts';
export { walk } from './random-walk.ts';
export { embeddedReberNext, isEmbeddedReber, isReber, reberNext } from './reber.ts';
export { REVIEW_WORDS, type Review, writeReviews } from './reviews.ts';
export { examples, padExample, type Score, score } from './score.ts';
export type { Bound, Bounds, Example, Range, Task } from './task.ts';
export { CHINESE_PROSE, PROSE } from './texts.ts';
export { toneSamples } from './tones.ts';
export {
  adding,
  copy,
  counting,
  dyck,
  echo,
  embeddedReber,
  k1,
  k2,
  names,
  notes,
  parity,
  prose,
  randomWalk,
  reber,
  recall,
  reviews,
  seasonal,
  sine,
  sines,
  temporalOrder,
  tones,
};

/** Every task, in teaching order. */
export const tasks: readonly Task[] = [
  sine,
  sines,
  seasonal,
  randomWalk,
  k1,
  k2,
  echo,
  recall,
  parity,
  adding,
  temporalOrder,
  copy,
  reber,
  embeddedReber,
  counting,
  dyck,
  notes,
  tones,
  reviews,
  names,
  prose,
];
