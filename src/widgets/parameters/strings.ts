/** Every word of this figure that a reader sees. */
import type { SizeName } from './model.ts';

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

export const strings = {
  title: 'Parameter counter',
  sizes: {
    X: { words: 'numbers read a step', symbol: 'm' },
    H: { words: 'hidden units', symbol: 'n' },
    Y: { words: 'numbers put out a step', symbol: 'k' },
  } satisfies Record<SizeName, { words: string; symbol: string }>,
  slider: (words: string) => `${words}: slider`,
  range: (low: number, high: number) => `Give a whole number from ${low} to ${high}.`,
  drawing: (m: number, n: number, k: number) =>
    `Both formulas drawn to scale: W_hh is ${n} by ${n}, W_xh is ${n} by ${m}, b_h has ${plural(n, 'number')}; ` +
    `W_hy is ${k} by ${n}, b_y has ${plural(k, 'number')}.`,
  learned: 'learned: one area for each number',
  flows: 'computed or read at each step',
  conventions: { own: 'This site', keras: 'Keras', pytorch: 'PyTorch' },
  caption: 'What the recurrent layer learns',
  parts: { recurrent: 'state → state', input: 'input → state', bias: 'bias', total: 'layer' },
  formula: 'n(m + n + 1)',
  difference: (n: number, own: number, pytorch: number) =>
    `PyTorch keeps two biases, b_ih and b_hh, which it only ever adds: ${plural(n, 'more number')}, ` +
    `${pytorch} instead of ${own}, for the same functions.`,
  readout: (k: number, n: number, count: number) =>
    `The readout, W_hy and b_y, adds k(n + 1) = ${k} · ${n + 1} = ${count} in all three.`,
} as const;
