/** Named states of the figure: gallery pages, and what the tests start from. */
import type { AutodiffState } from './state.ts';

const start = { at: 0, mode: 'reverse', along: 0, view: 'tensor', isChecked: false } as const;
const line = (n: number, f: (k: number) => number): number[] =>
  Array.from({ length: n }, (_, k) => Number(f(k).toFixed(3)));

export const examples = {
  /** The smallest graph with a fan-out: x is used twice. */
  product: { ...start, text: 'x·y + sin(x)', values: { x: [2], y: [3] } },
  /** The same, when everything has been computed. */
  finished: { ...start, text: 'x·y + sin(x)', values: { x: [2], y: [3] }, at: 10 },
  /** One value that is used three times, twice by the same product. */
  'fan-out': { ...start, text: 'a = x·y; a·a + a', values: { x: [1.5], y: [-1] }, at: 3 },
  /** A weighted sum, a curve and a squared error, with names. */
  unit: { ...start, text: 'a = w x + b; h = tanh(a); (h − t)²', values: { w: [0.5], x: [1], b: [0.1], t: [1] }, at: 5 },
  /** Values and tangents, in the same order. */
  forward: { ...start, text: 'x·y + sin(x)', values: { x: [2], y: [3] }, mode: 'forward', at: 2 },
  /** The engine’s convention on a corner, and what a central difference says to it. */
  kink: { ...start, text: 'ReLU(x) + w x', values: { x: [0], w: [2] }, at: 10, isChecked: true },
  /** An infinite derivative times 0. */
  infinite: { ...start, text: 'x·√y', values: { x: [0], y: [0] }, at: 2 },
  /** One weight, three examples: vectors. */
  vectors: { ...start, text: '(w x − t)²', values: { w: [0.5], x: [1, 2, 3], t: [1, 0, 2] } },
  /** The same, number by number. */
  scalars: { ...start, text: '(w x − t)²', values: { w: [0.5], x: [1, 2, 3], t: [1, 0, 2] }, view: 'scalar' },
  /** One step after another: twelve times the same formula. */
  chain: {
    ...start,
    text: `a = x; ${Array.from({ length: 11 }, (_, k) => `${name(k + 1)} = ${iterated(k)}`).join('; ')}; ${iterated(11)}`,
    values: { x: [0.3], r: [2.8] },
    at: 20,
  },
  /** About two hundred values: a line through a curve and twenty-one points, number by number. */
  large: {
    ...start,
    text: '(σ(w x + b) − t)²',
    values: { w: [1], x: line(21, (k) => (k - 10) / 4), b: [0.2], t: line(21, (k) => (k > 12 ? 1 : 0)) },
    view: 'scalar',
    at: 60,
  },
} satisfies Record<string, AutodiffState>;

function name(k: number): string {
  return k === 0 ? 'a' : `a_${k}`;
}

function iterated(k: number): string {
  return `r ${name(k)} (1 − ${name(k)})`;
}

export type ExampleName = keyof typeof examples;
