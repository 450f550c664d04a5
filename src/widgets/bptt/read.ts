/** Reads what was typed into a number box: the number, or what is wrong with it. */
import { isWithin } from './state.ts';
import { strings } from './strings.ts';

type Range = readonly [number, number];

export const readNumber =
  (range: Range) =>
  (text: string): number | string => {
    const value = numberOf(text);
    if (value === undefined) return strings.needNumber;
    return isWithin(value, range) ? value : strings.range(...range);
  };

export const readWhole =
  (range: Range) =>
  (text: string): number | string => {
    const value = numberOf(text);
    return value !== undefined && Number.isInteger(value) && isWithin(value, range) ? value : strings.whole(...range);
  };

/** As people write it: a decimal point or comma, a real minus sign. */
function numberOf(text: string): number | undefined {
  const value = Number(text.trim().replace('−', '-').replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}
