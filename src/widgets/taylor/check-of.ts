/** The independent check of a coefficient: a central difference of the derivative before it. */
import { type Difference, derivative, taylor } from 'unrolled';
import { functionOf } from './model.ts';
import { readFormula, type TaylorState } from './state.ts';

/** f⁽ⁿ⁾(a)/n! as the slope of f⁽ⁿ⁻¹⁾/(n − 1)! at a, over n. There is none for n = 0. */
export function checkOf({ text, at }: TaylorState, n: number): Difference | undefined {
  if (n === 0) return undefined;
  const f = functionOf(readFormula(text)!);
  const before = (x: number): number => taylor(f, x, { order: n - 1 }).coefficients[n - 1]!;
  const { value, error } = derivative(before, at);
  return { value: value / n, error: error / n };
}
