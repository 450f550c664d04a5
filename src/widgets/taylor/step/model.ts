/**
 * What one gradient step was said to do to a loss, by one term of its Taylor series and by two, and what it did. Along
 * the way of the step: u is the parameter itself, or, for a network, the learning rate. No DOM and no timers.
 */
import { descentStep, type Given, output, predictStep, run, type Step, type StepPrediction, tensor } from 'unrolled';
import type { Range } from '../../_shared/axes.ts';
import { type Loss, lossOf } from './losses.ts';
import type { StepState } from './state.ts';

/** A place of the training. */
export interface Place {
  readonly given: Given;
  readonly loss: number;
  /** The length of the gradient; of one parameter, the slope with its sign. */
  readonly gradient: number;
}

export interface Frame extends StepPrediction {
  readonly state: StepState;
  readonly path: readonly Place[];
  /** Both terms together. */
  readonly both: number;
  /** Of one parameter: L′ and L″; of a network, along the way of the step by the learning rate. */
  readonly slope: number;
  readonly curvature: number;
  /** The rate at which the parabola is back where it started, if it turns at all. Half of it is its lowest point. */
  readonly limit: number | undefined;
  readonly from: number;
  readonly to: number;
  readonly curves: StepCurves;
}

export interface StepCurves {
  readonly places: readonly number[];
  readonly loss: readonly number[];
  readonly line: readonly number[];
  readonly parabola: readonly number[];
  readonly range: Range;
}

export function frameOf(state: StepState): Frame {
  const loss = lossOf(state);
  const path = pathOf(state, loss);
  const { given, gradient } = path.at(-1)!;
  if (!isDefined(path.at(-1)!)) return { ...stillFrame(state, loss, path), path };
  const step = descentStep(loss.program, given, state.rate);
  const foretold = predictStep(loss.program, given, step);
  const isOne = state.kind === 'one';
  const from = isOne ? numberOf(given.w!) : 0;
  const moved = isOne ? numberOf(step.w!) : state.rate;
  const slope = isOne ? gradient : foretold.first / moved;
  const curvature = moved === 0 ? 0 : (2 * foretold.second) / (moved * moved);
  const limit = foretold.second > 0 ? (state.rate * -foretold.first) / foretold.second : undefined;
  const shape = { from, to: from + moved, slope, curvature };
  return {
    ...{ state, path, ...foretold, limit, ...shape },
    both: foretold.first + foretold.second,
    curves: curvesOf(loss, given, step, shape, state, foretold),
  };
}

/** Where a number is not finite there is nothing to expand. The picture is the loss alone, or that of the start. */
function stillFrame(state: StepState, loss: Loss, path: readonly Place[]): Frame {
  if (path.length > 1) return { ...frameOf({ ...state, updates: 0 }), ...nothing, state };
  const shape = { from: state.w, to: state.w, slope: Number.NaN, curvature: Number.NaN };
  return { state, path, ...shape, ...nothing, curves: curvesOf(loss, loss.given, {}, shape, state, nothing) };
}

const isDefined = ({ loss, gradient }: Place): boolean => Number.isFinite(loss) && Number.isFinite(gradient);

const nothing = {
  ...{ loss: Number.NaN, first: Number.NaN, second: Number.NaN, both: Number.NaN, actual: Number.NaN },
  ...{ slope: Number.NaN, curvature: Number.NaN, limit: undefined },
};

const numberOf = (value: Given[string]): number => tensor(value!).data[0]!;

function placeAt({ program, parameters }: Loss, given: Given): Place {
  const loss = output(program, run(program, given), 'L').data[0]!;
  const down = descentStep(program, given, 1);
  const numbers = parameters.flatMap((name) => Array.from(tensor(down[name]!).data, (g) => -g));
  return { given, loss, gradient: numbers.length === 1 ? numbers[0]! : Math.hypot(...numbers) };
}

/** Every place from the start to where training stands; it ends where a number is not finite any more. */
export function pathOf({ rate, updates }: StepState, loss: Loss): Place[] {
  const path = [placeAt(loss, loss.given)];
  while (path.length <= updates && isDefined(path.at(-1)!)) {
    const { given } = path.at(-1)!;
    const step = descentStep(loss.program, given, rate);
    const isThere = Object.values(step).every(({ data }) => data.every(Number.isFinite));
    path.push(
      isThere ? placeAt(loss, along(given, step, 1)) : { ...path.at(-1)!, loss: Number.NaN, gradient: Number.NaN },
    );
  }
  return path;
}

/** θ + part·δ. */
function along(given: Given, step: Step, part: number): Given {
  const moved = Object.entries(step).map(([name, direction]) => {
    const { shape, data } = tensor(given[name]!);
    const by = tensor(direction).data;
    return [name, { shape, data: data.map((x, k) => x + part * by[k]!) }];
  });
  return { ...given, ...Object.fromEntries(moved) };
}

const COUNT = 121;

function curvesOf(
  { program }: Loss,
  given: Given,
  step: Step,
  { from, to, slope, curvature }: Pick<Frame, 'from' | 'to' | 'slope' | 'curvature'>,
  { kind, rate }: StepState,
  { loss, first, second, actual }: StepPrediction,
): StepCurves {
  const reach = Math.max(Math.abs(from), Math.abs(to));
  const most = kind === 'one' ? 2 ** Math.min(6, Math.max(1, Math.ceil(Math.log2(reach)))) : 2 * rate;
  const least = kind === 'one' ? -most : 0;
  const places = Array.from({ length: COUNT }, (_, k) => least + ((most - least) * k) / (COUNT - 1));
  const isStill = to === from;
  const losses = places.map((u) => {
    const there = isStill ? { ...given, w: u } : along(given, step, (u - from) / (to - from));
    return output(program, run(program, there), 'L').data[0]!;
  });
  const line = places.map((u) => loss + slope * (u - from));
  const seen = losses.filter(Number.isFinite);
  const important = [loss, loss + actual, loss + first + second].filter(Number.isFinite);
  const low = Math.min(...(seen.length > 0 ? seen : [0]), ...important);
  const height = Math.max(low, ...important) - low || 1;
  return {
    places,
    loss: losses,
    line,
    parabola: line.map((value, k) => value + (curvature / 2) * (places[k]! - from) ** 2),
    // The promise of the line is seen as far as there is room for it.
    range: [Math.min(low, Math.max(low - 1.2 * height, loss + first || low)) - 0.25 * height, low + 1.5 * height],
  };
}
