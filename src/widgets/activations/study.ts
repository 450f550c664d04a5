/**
 * What there is to say about one function on a stretch of the axis: its curve and those of its derivatives, where it is
 * flat, how far its values reach, and where it is not smooth. All of it is the engine's. No DOM.
 */
import { breaksOf, expressions, type Traceable, valuesAlong } from 'unrolled';
import { bisected } from './bisected.ts';
import { type Corner, cornersOf, NEAR } from './corners.ts';
import { derivativesAlong, type Order } from './derivatives.ts';
import { readFormula } from './state.ts';

/** A part of the axis where |f′| is below the threshold. */
export interface Zone {
  readonly from: number;
  readonly to: number;
  /** Whether it reaches an end of the picture: f is flat outwards, not just in passing. */
  readonly isTail: boolean;
}

export interface Study {
  readonly text: string;
  readonly formula: expressions.Expression;
  readonly f: Traceable;
  readonly places: readonly number[];
  /** f, f′ and f″ at the places. */
  readonly curves: readonly [readonly number[], readonly number[], readonly number[]];
  /** The least and the largest value at the places. */
  readonly low: number;
  readonly high: number;
  /** f far to the left and far to the right. */
  readonly far: readonly [number, number];
  readonly corners: readonly Corner[];
  readonly zones: readonly Zone[];
}

/** How far out `far` is. */
export const FAR = 1e6;
const COUNT = 321;

export function functionOf(formula: expressions.Expression): Traceable {
  return (x) => expressions.evaluate(formula, { x });
}

export function studyOf(text: string, span: number, threshold: number): Study {
  const formula = readFormula(text)!;
  const f = functionOf(formula);
  const corners = cornersOf(f, breaksOf(f, -span, span));
  const places = placesOf(span, corners);
  const curve = (order: Order) => derivativesAlong(f, places, order);
  const curves = [curve(0), curve(1), curve(2)] as const;
  const finite = curves[0].filter(Number.isFinite);
  const [left, right] = valuesAlong(f, [-FAR, FAR]);
  return {
    ...{ text, formula, f, places, curves, corners, far: [left!, right!] as const },
    low: Math.min(...finite),
    high: Math.max(...finite),
    zones: zonesOf(f, places, curves[1], threshold),
  };
}

/** Even steps, and both sides of every corner in place of the corner itself. */
function placesOf(span: number, corners: readonly Corner[]): number[] {
  const even = Array.from({ length: COUNT }, (_, k) => -span + (2 * span * k) / (COUNT - 1));
  const inside = corners.filter(({ at }) => Math.abs(at) < span);
  return [
    ...even.filter((x) => !inside.some(({ at }) => Math.abs(x - at) < 2 * NEAR)),
    ...inside.flatMap(({ at }) => [at - NEAR, at + NEAR]),
  ].toSorted((a, b) => a - b);
}

function zonesOf(f: Traceable, places: readonly number[], slopes: readonly number[], threshold: number): Zone[] {
  const excess = (x: number) => Math.abs(derivativesAlong(f, [x], 1)[0]!) - threshold;
  const isFlat = (k: number) => Math.abs(slopes[k]!) < threshold;
  /** The edge between two neighbours of which one is flat. */
  const edge = (k: number) => bisected(excess, places[k]!, places[k + 1]!);
  const zones: Zone[] = [];
  for (let k = 0; k < places.length; k++) {
    if (!isFlat(k)) continue;
    const first = k;
    while (k + 1 < places.length && isFlat(k + 1)) k++;
    const [isLeft, isRight] = [first === 0, k === places.length - 1];
    const from = isLeft ? places[0]! : edge(first - 1);
    zones.push({ from, to: isRight ? places[k]! : edge(k), isTail: isLeft || isRight });
  }
  return zones;
}

/** What does not change while the probe is dragged. */
const kept = new Map<string, Study>();
export function studied(text: string, span: number, threshold: number): Study {
  const key = `${span} ${threshold} ${text}`;
  const study = kept.get(key) ?? studyOf(text, span, threshold);
  if (kept.size > 40) kept.clear();
  kept.set(key, study);
  return study;
}
