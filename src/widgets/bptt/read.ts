/** Reads what was typed into a number box: the number, or what is wrong with it. */
import { parseNumber } from '../_shared/parse-number.ts';
import { isWithin } from './state.ts';
import { strings } from './strings.ts';

type Range = readonly [number, number];

export const readNumber =
  (range: Range) =>
  (text: string): number | string => {
    const value = parseNumber(text);
    if (value === undefined) return strings.needNumber;
    return isWithin(value, range) ? value : strings.range(...range);
  };

export const readWhole =
  (range: Range) =>
  (text: string): number | string => {
    const value = parseNumber(text);
    return value !== undefined && Number.isInteger(value) && isWithin(value, range) ? value : strings.whole(...range);
  };
