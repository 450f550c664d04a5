/**
 * What the explorer shows for a state: one or two functions with their derivatives, the numbers at a place, where they
 * meet, and what many applications make of a small change. Everything is the engine's. No DOM and no timers.
 */
import { derivative, type Traceable } from 'unrolled';
import { bisected } from './bisected.ts';
import { chainOf, type Layer } from './chain.ts';
import { type Corner, NEAR } from './corners.ts';
import { derivativesAlong, type Order } from './derivatives.ts';
import { identitiesOf, type Shown } from './identities.ts';
import { knownBy } from './known.ts';
import { type Softmax, softmaxOf } from './softmax.ts';
import { type ActivationsState, SOFTMAX } from './state.ts';
import { type Study, studied } from './study.ts';

/** A function at the place that is looked at. */
export interface Probe {
  /** f, f′ and f″; on a corner, what the engine says there. */
  readonly values: readonly [number, number, number];
  /** f′ by a central difference; none on a corner. */
  readonly check: number | undefined;
  readonly corner: Corner | undefined;
  readonly isFlat: boolean;
}

export interface Curve extends Study {
  readonly letter: 'f' | 'g';
  /** The name of an offered function, or the letter. */
  readonly name: string;
  readonly probe: Probe;
  readonly chain: readonly Layer[];
}

export interface Comparison {
  /** Where f = g, and where f′ = g′. */
  readonly values: readonly number[];
  readonly slopes: readonly number[];
  /** The largest difference in the picture, if f and g are one function but for rounding. */
  readonly same: number | undefined;
}

export type Frame = ScalarFrame | VectorFrame;

export interface ScalarFrame {
  readonly state: ActivationsState;
  /** f, and g if there is one. */
  readonly curves: readonly Curve[];
  readonly comparison: Comparison | undefined;
  readonly identities: readonly Shown[];
  readonly softmax?: undefined;
}

export interface VectorFrame {
  readonly state: ActivationsState;
  readonly softmax: Softmax;
}

export function frameOf(state: ActivationsState): Frame {
  if (state.f === SOFTMAX) return { state, softmax: softmaxOf(state.logits) };
  const curves = [curveOf('f', state.f, state), ...(state.g ? [curveOf('g', state.g, state)] : [])];
  const [f, g] = curves as [Curve, Curve?];
  const texts = curves.map(({ text }) => knownBy(text)?.text ?? text);
  return {
    ...{ state, curves },
    comparison: g && compare(f, g),
    identities: identitiesOf(texts, state.x, f.places),
  };
}

function curveOf(letter: 'f' | 'g', text: string, state: ActivationsState): Curve {
  const { x, span, threshold, weight, layers } = state;
  const study = studied(text, span, threshold);
  return {
    ...study,
    letter,
    name: knownBy(text)?.label ?? letter,
    probe: probeOf(study, x, threshold),
    chain: chainOf(study, x, weight, layers),
  };
}

function probeOf({ f, corners }: Study, x: number, threshold: number): Probe {
  const at = (order: Order) => derivativesAlong(f, [x], order)[0]!;
  const values = [at(0), at(1), at(2)] as const;
  const corner = corners.find((each) => Math.abs(each.at - x) < NEAR);
  const distances = corners.map((each) => Math.abs(each.at - x) / 2);
  return {
    values,
    corner,
    check: corner
      ? undefined
      : derivative((u) => derivativesAlong(f, [u], 0)[0]!, x, Math.min(0.1, ...distances)).value,
    isFlat: Math.abs(values[1]) < threshold,
  };
}

function compare(f: Curve, g: Curve): Comparison {
  const places = f.places;
  const differences = ([0, 1] as const).map((order) => {
    const [a, b] = [f.f, g.f].map((each) => derivativesAlong(each, places, order)) as [number[], number[]];
    return a.map((value, k) => value - b[k]!);
  }) as [number[], number[]];
  const largest = Math.max(...differences[0].map(Math.abs));
  const isSame = largest < 1e-12;
  /** On a kink a slope jumps from one value to another, and passes all between without being them. */
  const isCorner = (x: number) => [...f.corners, ...g.corners].some(({ at }) => Math.abs(at - x) < 1e-6);
  const meet = (order: 0 | 1) => {
    if (isSame) return [];
    const met = crossings(f.f, g.f, places, differences[order], order);
    return order === 0 ? met : met.filter((x) => !isCorner(x));
  };
  return { values: meet(0), slopes: meet(1), same: isSame ? largest : undefined };
}

/** Where a difference changes its sign without a jump, or is 0 in a single place. */
function crossings(
  f: Traceable,
  g: Traceable,
  places: readonly number[],
  d: readonly number[],
  order: 0 | 1,
): number[] {
  const difference = (x: number) => derivativesAlong(f, [x], order)[0]! - derivativesAlong(g, [x], order)[0]!;
  return places.flatMap((x, k) => {
    const [here, after] = [d[k]!, d[k + 1] ?? Number.NaN];
    if (here === 0 && d[k - 1]! * after < 0) return [x];
    if (!(here * after < 0)) return [];
    const at = bisected(difference, x, places[k + 1]!);
    return Math.abs(difference(at)) < 1e-6 ? [at] : [];
  });
}
