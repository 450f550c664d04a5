/** f, f′ or f″ at many places, by the engine's Taylor series. */
import { coefficientsAlong, type Traceable, valuesAlong } from 'unrolled';

export type Order = 0 | 1 | 2;

/** A coefficient of order n is f⁽ⁿ⁾/n!. Of the two zeros only 0 is given, not −0. */
export const derivativesAlong = (f: Traceable, places: readonly number[], order: Order): number[] =>
  order === 0
    ? Array.from(valuesAlong(f, places), (each) => each + 0)
    : Array.from(coefficientsAlong(f, places, order), (each) => order * each + 0);
