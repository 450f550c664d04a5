/** The histograms of the first frame, computed once for all pages that show the figure. Runs when the site is built. */
import { type Lengths, lengthsOf, type Picture, pictureOf, SEEDS } from './model.ts';

let all: readonly Lengths[] | undefined;

export function firstPicture(T: number): Picture {
  all ??= Array.from({ length: SEEDS }, (_, seed) => lengthsOf(seed));
  return pictureOf(all, T);
}
