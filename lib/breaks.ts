/**
 * Where a traced function of one variable is not smooth. Its ops tell: each has its special place where its argument is 0.
 */
import { type Traceable, valuesAlong, vectorised } from './curve.ts';
import { isScan, type OpEquation, type Operand } from './program.ts';
import { run } from './run.ts';

/**
 * What is special at a place. `kink`: the slope may change at once. `jump`: the value does. `pole`: the function grows
 * without bound. `hole`: 0/0, with values on both sides. `edge`: beyond it there is no value. `flat`: smooth, but
 * all derivatives are 0.
 */
export type BreakKind = 'kink' | 'jump' | 'pole' | 'hole' | 'edge' | 'flat';

/** A place where a function is not smooth, or not what its derivatives say, and the op that makes it so. */
export interface Break {
  readonly at: number;
  readonly kind: BreakKind;
  readonly op: string;
}

const KINDS: Readonly<Record<string, BreakKind>> = {
  ...{ relu: 'kink', abs: 'kink', max: 'kink', step: 'jump', sign: 'jump' },
  ...{ sqrt: 'edge', log: 'edge', power: 'edge', div: 'pole', flat: 'flat' },
};

/**
 * The places of an interval where an op of the function meets a kink, a jump, a pole or an edge of its own: where its
 * argument passes 0. Found by looking at many places and then closer; what lies between two of them unseen is missed.
 *
 * ```ts
 * import { breaksOf, div, relu, sub } from 'unrolled';
 * breaksOf((x) => relu(sub(x, 1)), -2, 2).map(({ at, kind }) => `${kind} at ${at}`) // → ['kink at 1']
 * breaksOf((x) => div(1, x), -2, 2)[0].kind // → pole
 * ```
 */
export function breaksOf(f: Traceable, from: number, to: number, count = 401): readonly Break[] {
  const places = Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
  const many = vectorised(f, places);
  const values = run(many, { x: places });
  const one = vectorised(f, [0]);
  const found = many.equations.flatMap((equation, k): Break[] => {
    if (isScan(equation) || !KINDS[equation.op]) return [];
    const read = (operand: Operand): ArrayLike<number> =>
      typeof operand === 'number' ? places.map(() => operand) : values.get(operand)!.data;
    const argument = argumentOf(equation, read);
    const near = (x: number) => {
      const there = run(one, { x: [x] });
      const single = (operand: Operand): ArrayLike<number> =>
        typeof operand === 'number' ? [operand] : there.get(operand)!.data;
      return argumentOf(one.equations[k] as OpEquation, single)[0]!;
    };
    return zerosOf(Array.from(argument), places, near).map((at) => ({
      at,
      kind: equation.op === 'div' ? ratioKind(f, at, (to - from) / count) : KINDS[equation.op]!,
      op: equation.op,
    }));
  });
  return found
    .toSorted((a, b) => a.at - b.at)
    .filter(({ at, op }, k, all) => k === 0 || at !== all[k - 1]!.at || op !== all[k - 1]!.op);
}

/** What has to be 0 for an op to be at its special place. */
function argumentOf({ op, inputs }: OpEquation, read: (operand: Operand) => ArrayLike<number>): number[] {
  const [a, b] = inputs.map(read);
  if (op === 'max') return Array.from(a!, (x, k) => x - b![k]!);
  return Array.from(op === 'div' ? b! : a!);
}

/** Where sampled values pass 0, touch it, or are 0. */
function zerosOf(g: readonly number[], places: readonly number[], near: (x: number) => number): number[] {
  const zeros: number[] = [];
  const scale = Math.max(...g.map((value) => (Number.isFinite(value) ? Math.abs(value) : 0)));
  for (let k = 0; k < g.length; k++) {
    const [before, here, after] = [g[k - 1] ?? Number.NaN, g[k]!, g[k + 1] ?? Number.NaN];
    if (here === 0) {
      if (before !== 0) zeros.push(places[k]!);
    } else if (here * after < 0) {
      const at = bisected(near, places[k]!, places[k + 1]!);
      if (Math.abs(near(at)) <= 1e-9 * scale) zeros.push(at); // not a jump of the argument itself
    } else if (Math.abs(here) < Math.abs(before) && Math.abs(here) < Math.abs(after)) {
      const at = lowest((x) => Math.abs(near(x)), places[k - 1]!, places[k + 1]!);
      if (Math.abs(near(at)) <= 1e-9 * scale) zeros.push(tidy(at));
    }
  }
  return zeros;
}

function bisected(g: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const isUp = g(low) < 0;
  for (let k = 0; k < 60 && low < high; k++) {
    const middle = (low + high) / 2;
    if (g(middle) === 0) return middle;
    if (g(middle) < 0 === isUp) low = middle;
    else high = middle;
  }
  return tidy((low + high) / 2);
}

/** The lowest place between two, by thirds. */
function lowest(g: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let k = 0; k < 80; k++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (g(a) < g(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}

/** A pole if the ratio grows towards the place; a hole if it does not, because the numerator is 0 there too. */
function ratioKind(f: Traceable, at: number, step: number): BreakKind {
  const [far, close] = [step, step * 1e-3].map((d) => Math.max(...valuesAlong(f, [at - d, at + d]).map(Math.abs)));
  return close! > 10 * far! || Number.isNaN(close) ? 'pole' : 'hole';
}

/** 1 rather than 0.9999999999999999: a search ends within rounding of the place. */
const tidy = (x: number): number => Number(x.toPrecision(12));
