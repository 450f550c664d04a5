/** Every word of the explorer that a reader sees. */
import type { Break } from 'unrolled';
import { tickText } from '../_shared/axes.ts';
import { long } from '../_shared/long.ts';
import { short } from '../_shared/notation.ts';
import type { Reach } from './known.ts';
import type { Frame, Term } from './model.ts';

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const ordinal = (n: number): string => {
  const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
  return `${n}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
};

export const strings = {
  formula: 'function of x',
  pick: 'Offered functions',
  at: 'point of expansion a',
  x: 'place x to compare at',
  order: 'order n',
  orderSlider: 'order n: slider',
  span: 'axis shown',
  spanOf: (span: number) => `−${span} to ${span}`,
  less: 'One term less',
  more: 'One term more',
  picture: (frame: Frame) =>
    `The function ${frame.label ?? frame.state.text} and its Taylor polynomial of order ${frame.state.order} at ${tickText(frame.state.at)}. ${strings.narration(frame)}`,
  curve: 'f',
  polynomial: 'P',
  band: 'Shaded: where Lagrange’s bound lets f be. Hatched: beyond the reach of the series.',
  slope: {
    title: 'Remainder |f − P| to the right of a, by distance',
    axis: 'distance |x − a|',
    picture: ({ remainder: { points, slope, order } }: Frame) =>
      points.length < 2
        ? 'There is nothing to draw.'
        : `The size of the remainder at ${points.length} distances from ${short(points.at(-1)!.distance)} to ${short(points[0]!.distance)}, both axes logarithmic: a line of slope ${short(slope)}${order === undefined ? '' : `; the next coefficient is that of power ${order}`}.`,
    measured: 'measured slope',
    next: 'next coefficient that is not 0: order',
    none: 'none known',
    exact: 'To the right of a the remainder is 0, or lost in rounding: there is nothing to measure.',
    undefinedHere: 'There is no polynomial of this order, and so no remainder.',
  },
  terms: {
    title: (n: number) => (n === 0 ? 'One term' : `${n + 1} terms, one by one`),
    caption: 'Coefficients of the Taylor polynomial, its terms at x, and what they add up to.',
    n: 'n',
    coefficient: 'f⁽ⁿ⁾(a)/n!',
    value: 'term at x',
    sum: 'sum so far',
    off: 'f(x) − sum',
  },
  origin: {
    title: 'Where this number comes from',
    close: 'Close',
    factorial: (n: number, derivative: string, coefficient: string) =>
      n < 2
        ? `It is ${n === 0 ? 'the value' : 'the slope'} of f at a: ${coefficient}.`
        : `The ${ordinal(n)} derivative of f at a is ${derivative}. Divided by ${n}! it is ${coefficient}.`,
    engine: 'The engine carries all coefficients through every operation of f; no limit is taken.',
    check: (n: number, value: string, off: string) =>
      `Checked by a central difference of ${n === 1 ? 'f itself' : `the ${ordinal(n - 1)} derivative`}${n > 1 ? `, over ${n}!` : ''}: ${value}, off by ${off}.`,
    infinite: 'This is not a finite number: f has no such derivative here.',
  },
  notes: {
    break: (each: Break, n: number): string => onBreak[each.kind](each.op, n),
    ends: ({ state, endsAt, terms }: Frame) =>
      endsAt === 0
        ? `f has no finite value at a = ${tickText(state.at)} (the engine says ${short(terms[0]!.coefficient)}). There is nothing to start from: move a.`
        : `The coefficient of order ${endsAt} is ${short(terms[endsAt!]!.coefficient)}. f has a value at a = ${tickText(state.at)}, but no ${ordinal(endsAt!)} derivative, so no polynomial of order ${endsAt} or more.`,
    reach: (reach: Reach, a: number): string => reaches(reach, a),
    unknown: 'How far the series of this formula converges is not known here.',
    undefinedAt: (x: number, value: number) => `At x = ${tickText(x)} the function itself is ${short(value)}.`,
    underflow:
      'So close to 0, e^(−1/x²) is smaller than the smallest number of a computer: what stands here as 0 is not quite 0.',
  },
  narration: (frame: Frame): string => narration(frame),
  termOf: ({ n, coefficient }: Term) => `coefficient ${n} = ${short(coefficient)}`,
  columns: ['n', 'coefficient', 'term', 'sum', 'f(x) - sum'],
} as const;

const onBreak: Readonly<Record<Break['kind'], (op: string, n: number) => string>> = {
  kink: () =>
    'a stands on a kink: the slope to the left is another than the slope to the right, so there is no derivative. The engine goes on with one that lies between or on one side, by convention; no polynomial fits on both sides.',
  jump: () => 'a stands on a jump: the function has no slope here, and the coefficients know only the flat pieces.',
  pole: () => 'a stands on a pole: the function grows without bound.',
  hole: () => 'a stands on a hole: the formula is 0/0 here, although there are values close by on both sides.',
  edge: () => 'a stands on an edge: on one side of it the formula has no real value.',
  flat: (_, n) =>
    `Every derivative is 0 here, so every polynomial is 0, to order ${n} and beyond. The series converges everywhere, and is the function nowhere but at a.`,
};

function reaches({ radius, holds, why }: Reach, a: number): string {
  if (why === 'entire')
    return 'Radius of convergence: ∞. With enough terms the polynomial comes as close as you like, everywhere.';
  if (why === 'kink')
    return holds === 0
      ? 'Radius of convergence: ∞, but the sum is f on one side only.'
      : `Radius of convergence: ∞. The sum is f only up to the kink, ${short(holds)} away.`;
  if (why === 'flat' && holds === 0) return 'Radius of convergence: ∞, but the sum is f only at a.';
  const height = Math.sqrt(Math.max(0, radius * radius - a * a));
  const place = why === 'complex' ? `off the real line, at ${short(height)}·i` : 'at 0';
  return `Radius of convergence: ${short(radius)}. That is the distance from a to the nearest place where f cannot be expanded, ${place}.`;
}

function narration(frame: Frame): string {
  const { state, value, polynomial, remainder, reach, endsAt } = frame;
  if (endsAt !== undefined) return strings.notes.ends(frame);
  const [x, a] = [tickText(state.x), tickText(state.at)];
  const terms = plural(state.order + 1, 'term');
  const here = Number.isFinite(value)
    ? `At x = ${x} the ${terms} around ${a} add up to ${long(polynomial)}, and f is ${long(value)}: off by ${short(remainder.here)}.`
    : `At x = ${x} the ${terms} around ${a} add up to ${long(polynomial)}, but f is ${short(value)} there.`;
  const distance = Math.abs(state.x - state.at);
  if (reach && distance > reach.radius)
    return `${here} That is beyond the radius of convergence, ${short(reach.radius)}: further terms make it worse.`;
  if (reach && distance > reach.holds) return `${here} No number of terms will repair that.`;
  if (remainder.order === undefined) return `${here} All further coefficients that are known are 0.`;
  const part = ['', 'half', 'a quarter'][remainder.order] ?? `1/${2 ** remainder.order}`;
  return `${here} Close to ${a}, half the distance leaves ${part} of the error.`;
}
