/** The activation functions that the explorer offers, as formulas of the engine, with the parameters that libraries start with. */
import { expressions } from 'unrolled';
import { readFormula, SOFTMAX } from './state.ts';

export interface Known {
  readonly label: string;
  readonly text: string;
}

/**
 * Where two pieces meet, the order of the operands of `max` and `min` decides which slope the engine reports: they are
 * written so that it is PyTorch's.
 */
export const KNOWN = [
  { label: 'step', text: 'step(x)' },
  { label: 'logistic σ', text: 'σ(x)' },
  { label: 'tanh', text: 'tanh(x)' },
  { label: 'ReLU', text: 'ReLU(x)' },
  { label: 'leaky ReLU', text: 'max(0.01x, x)' },
  { label: 'ELU', text: 'max(x, 0) + e^min(0, x) − 1' },
  { label: 'softplus', text: 'softplus(x)' },
  { label: 'softsign', text: 'x/(1 + |x|)' },
  { label: 'SiLU', text: 'x·σ(x)' },
  { label: 'GELU', text: 'x·Φ(x)' },
  { label: 'hard sigmoid', text: 'min(1, max(0, x/6 + 1/2))' },
  { label: 'hard tanh', text: 'min(1, max(−1, x))' },
] as const satisfies readonly Known[];

export type Name = (typeof KNOWN)[number]['label'];

/** The formula of an offered function. */
export const textOf = (label: Name): string => KNOWN.find((each) => each.label === label)!.text;

const canonical = (text: string): string => {
  const formula = readFormula(text);
  return formula ? expressions.print(formula) : text;
};

/** Which of the offered functions a text is. */
export const knownBy = (text: string): Known | undefined =>
  text === SOFTMAX ? { label: 'softmax', text } : KNOWN.find((each) => canonical(each.text) === canonical(text));
