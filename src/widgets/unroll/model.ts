/**
 * What the stepper shows, computed from its state: the program, its values, the stops of the walk. Pure; the
 * view draws a Frame and nothing else. No DOM and no timers here.
 */
import {
  backward,
  bindings,
  type Cell,
  cells,
  elementName,
  type Given,
  initializers,
  type Name,
  type NetworkOptions,
  network,
  type OpEquation,
  type Program,
  parametersOf,
  prune,
  random,
  run,
  type ScalarEquation,
  scalarsOf,
  type Tensor,
  unravel,
  unroll,
  type Values,
} from 'unrolled';
import { alphabetOf, LIMITS, type Sequence, stepsOf, type UnrollState } from './state.ts';

export interface Frame {
  readonly state: UnrollState;
  readonly options: NetworkOptions;
  readonly program: Program;
  readonly equations: readonly OpEquation[];
  /** How many of them belong to the forward pass. */
  readonly forwardCount: number;
  readonly given: Given;
  readonly values: Values;
  /** Positions at which the walk stops, at the state's depth: 0 first, the number of equations last. */
  readonly stops: readonly number[];
  /** The equation done last; at depth `scalar` the one being worked on. */
  readonly now: OpEquation | undefined;
  /** Names that the last move computed. */
  readonly fresh: ReadonlySet<Name>;
  /** Position of each equation, by name. */
  readonly order: ReadonlyMap<Name, number>;
  /** At depth `scalar`: the scalar equations of the equation being worked on, with values, done ones first. */
  readonly scalars: readonly { readonly equation: ScalarEquation; readonly value: number; readonly done: boolean }[];
  /** At depth `scalar`: which elements (flat) of the value being worked on are there. */
  readonly partial: { readonly name: Name; readonly known: ReadonlySet<number> } | undefined;
  readonly alphabet: readonly string[];
}

export const T = (frame: Frame): number => frame.options.T;

/** Extents and loss that a state asks for. Numbers are fitted with squared error, characters classified. */
export function optionsOf({ sequence, H, lossAt }: UnrollState): NetworkOptions {
  const width = sequence.kind === 'text' ? alphabetOf(sequence.text).length : 1;
  return {
    X: width,
    Y: width,
    H,
    T: stepsOf(sequence),
    loss: sequence.kind === 'text' ? 'crossEntropy' : 'mse',
    lossAt,
  };
}

const programs = new Map<string, Program>();

/** The program of a state; the last few are kept, because building one for T = 50 takes a few frames. */
export function programOf(state: UnrollState): Program {
  const options = optionsOf(state);
  const key = JSON.stringify([state.cell, options, state.backward, state.clamp]);
  const known = programs.get(key);
  if (known) return known;
  const cell = cellOf(state);
  const unrolled = clamped(unroll(network(cell, options)), state.clamp);
  const shown = new Set([...Object.keys(cell.state(options)), 'y']);
  const kept = Object.keys(unrolled.outputs).filter((name) => shown.has(name.replace(/_\d+$/, '')));
  const forward = prune(unrolled, ['L', ...kept]);
  const program = state.backward ? backward(forward) : forward;
  if (programs.size > 8) programs.delete(programs.keys().next().value!);
  programs.set(key, program);
  return program;
}

export const cellOf = ({ cell }: Pick<UnrollState, 'cell'>): Cell => cells.find(({ id }) => id === cell)!;

/** Symbols of what a step hands on: h, and c where the cell has one. */
export const statesOf = ({ state, options }: Frame): readonly string[] => Object.keys(cellOf(state).state(options));

/** Symbols of everything that a step computes by name, in order: f, i, o, g, c, h, y, l. */
export const symbolsOf = ({ equations }: Frame): readonly string[] =>
  equations.flatMap(({ step, role, named, symbol }) => (step === 1 && role === 'value' && named ? [symbol] : []));

/** Symbols of the gates, which can be held: what the cell computes with a logistic function. */
export const gatesOf = ({ program }: Frame): readonly string[] => [
  ...new Set(
    (program.equations as readonly OpEquation[]).flatMap(({ op, named, role, symbol, step }) =>
      named && role === 'value' && step === 1 && ['sigmoid', 'fill'].includes(op) && symbol !== 'h' ? [symbol] : [],
    ),
  ),
];

/** The program with gates held: their equations become constants, which no gradient passes. */
function clamped(program: Program, clamp: UnrollState['clamp']): Program {
  const hold = (equation: OpEquation): OpEquation => {
    const value = equation.named ? clamp[equation.symbol] : undefined;
    if (value === undefined || equation.op !== 'sigmoid') return equation;
    return { ...equation, op: 'fill', inputs: [], attributes: { value, shape: equation.shape } };
  };
  return { ...program, equations: (program.equations as readonly OpEquation[]).map(hold) };
}

/** The numbers that go in: weights from the seed (PyTorch's default, U(±1/√H)), h_0 = 0, and the reader's edits. */
export function inputsOf(state: UnrollState): Given {
  const options = optionsOf(state);
  const cell = cellOf(state);
  const shapes = parametersOf(cell, options);
  const draw = initializers.torchDefault(options.H);
  const source = random(state.seed);
  const parameters = Object.entries(shapes).map(
    ([name, shape]) => [name, { shape, data: draw(shape, source, name) }] as const,
  );
  const all: Record<Name, Tensor> = {
    ...Object.fromEntries(parameters),
    ...Object.fromEntries(
      Object.entries(cell.state(options)).map(([symbol, shape]) => [
        `${symbol}_0`,
        { shape, data: new Float64Array(shape.reduce((a, b) => a * b, 1)) },
      ]),
    ),
  };
  for (const [name, { shape, data }] of Object.entries(all)) {
    all[name] = { shape, data: data.map((value, at) => state.edits[elementName(name, unravel(at, shape))] ?? value) };
  }
  return { ...all, ...sequenceInputs(state.sequence) };
}

function sequenceInputs(sequence: Sequence): Given {
  if (sequence.kind === 'numbers') return { x: sequence.x.map((v) => [v]), target: sequence.target.map((v) => [v]) };
  const characters = Array.from(sequence.text);
  const alphabet = alphabetOf(sequence.text);
  const oneHot = (character: string) => alphabet.map((each) => (each === character ? 1 : 0));
  return { x: characters.slice(0, -1).map(oneHot), target: characters.slice(1).map(oneHot) };
}

/** Whether single products can be shown. */
export const canZoom = ({ H }: UnrollState): boolean => H <= LIMITS.scalarH;

export function derive(state: UnrollState): Frame {
  const program = programOf(state);
  const equations = program.equations as readonly OpEquation[];
  const { given, values } = runOf(program, state);
  const backwardStart = equations.findIndex(({ role }) => role !== 'value');
  const stops = stopsOf(program, state.depth === 'step' ? 'step' : 'equation');
  const at = Math.min(state.at, equations.length);
  const zoomed = state.depth === 'scalar' && state.sub > 0 ? equations[at] : undefined;
  const now = zoomed ?? equations[at - 1];
  const scalars =
    state.depth === 'scalar' && now
      ? scalarValues(program, now, values, zoomed ? state.sub : Number.POSITIVE_INFINITY)
      : [];
  const previous = stops.findLast((stop) => stop < at) ?? 0;
  return {
    state,
    options: optionsOf(state),
    program,
    equations,
    forwardCount: backwardStart < 0 ? equations.length : backwardStart,
    given,
    values,
    stops,
    now,
    fresh: new Set(zoomed ? [zoomed.name] : equations.slice(previous, at).map(({ name }) => name)),
    order: orderOf(program),
    scalars,
    partial: zoomed && { name: zoomed.name, known: elementsDone(scalars) },
    alphabet: state.sequence.kind === 'text' ? alphabetOf(state.sequence.text) : [],
  };
}

const binds = new WeakMap<Program, ReadonlyMap<Name, number>>();
/** How tightly the names of a program bind when they are written in one another's place. */
export function bindsOf(program: Program): ReadonlyMap<Name, number> {
  const known = binds.get(program) ?? bindings(program);
  binds.set(program, known);
  return known;
}

const orders = new WeakMap<Program, ReadonlyMap<Name, number>>();
function orderOf(program: Program): ReadonlyMap<Name, number> {
  const known = orders.get(program) ?? new Map(program.equations.map(({ name }, k) => [name, k]));
  orders.set(program, known);
  return known;
}

let lastRun: { readonly key: string; readonly given: Given; readonly values: Values } | undefined;
/** Stepping changes no number: the run is repeated only when an input or the program did. */
function runOf(program: Program, state: UnrollState): { readonly given: Given; readonly values: Values } {
  const { at: _, sub: __, depth: ___, folded: ____, ...numbers } = state;
  const key = JSON.stringify(numbers);
  if (lastRun?.key === key) return lastRun;
  const given = inputsOf(state);
  lastRun = { key, given, values: run(program, given) };
  return lastRun;
}

/** One press at depth `step`: a forward time step, the total loss with the start of backward, a backward time step. */
const groupOf = ({ role, step }: OpEquation): string =>
  `${role === 'value' ? 'forward' : 'backward'} ${step ?? 'loss'}`;

const knownStops = { step: new WeakMap<Program, number[]>(), equation: new WeakMap<Program, number[]>() };
function stopsOf(program: Program, depth: 'step' | 'equation'): number[] {
  const known = knownStops[depth].get(program);
  if (known) return known;
  const equations = program.equations as readonly OpEquation[];
  const isStop = (equation: OpEquation, k: number): boolean => {
    const next = equations[k + 1];
    return depth === 'equation' || !next || groupOf(next) !== groupOf(equation);
  };
  const stops = [0, ...equations.flatMap((equation, k) => (isStop(equation, k) ? [k + 1] : []))];
  knownStops[depth].set(program, stops);
  return stops;
}

function scalarValues(program: Program, equation: OpEquation, values: Values, done: number): Frame['scalars'] {
  return scalarsOf(program, equation, values).map((scalar, k) => ({ ...scalar, done: k < done }));
}

/** Elements are worked out one after another: one is there when its last scalar equation is done. */
function elementsDone(scalars: Frame['scalars']): Set<number> {
  const place = ({ equation }: Frame['scalars'][number]) => equation.element.index.join();
  const ends = scalars.filter((each, k) => k + 1 === scalars.length || place(each) !== place(scalars[k + 1]!));
  return new Set(ends.flatMap(({ done }, at) => (done ? [at] : [])));
}

/** How many scalar equations an equation has. */
export const scalarCount = (frame: Frame, at: number): number => {
  const equation = frame.equations[at];
  return equation ? scalarsOf(frame.program, equation, frame.values).length : 0;
};

export type Standing = 'later' | 'now' | 'done';

/** Whether a value is not yet computed, just computed, or computed before. Inputs are always there. */
export function standing(frame: Frame, name: Name): Standing {
  if (frame.fresh.has(name)) return 'now';
  const place = frame.order.get(name);
  return place === undefined || place < frame.state.at ? 'done' : 'later';
}

/** Whether an element of a value can be shown: at depth `scalar` they come one by one. */
export const isKnown = (frame: Frame, name: Name, at: number): boolean =>
  standing(frame, name) !== 'later' && (frame.partial?.name !== name || frame.partial.known.has(at));

/** Whether all of a value can be shown. */
export const isComplete = (frame: Frame, name: Name): boolean =>
  standing(frame, name) !== 'later' && frame.partial?.name !== name;

/** Whether an equation is a value's whole gradient, and not one of the parts that are added up. */
export const isWhole = ({ name }: OpEquation): boolean => !name.includes('←');

/** The gradient of a value as it stands now: the last of its contributions and sums that is done. */
export function gradientNow(frame: Frame, value: Name): OpEquation | undefined {
  return gradientParts(frame, value).findLast(({ name }) => standing(frame, name) !== 'later');
}

const partsOf = new WeakMap<Program, Map<Name, OpEquation[]>>();
/** Every equation that contributes to a value's gradient or adds contributions up, in order. */
export function gradientParts(frame: Frame, value: Name): readonly OpEquation[] {
  let parts = partsOf.get(frame.program);
  if (!parts) {
    parts = new Map();
    for (const equation of frame.equations) {
      if (equation.wrt === undefined || equation.role === 'local') continue;
      const list = parts.get(equation.wrt) ?? [];
      list.push(equation);
      parts.set(equation.wrt, list);
    }
    partsOf.set(frame.program, parts);
  }
  return parts.get(value) ?? [];
}

/** The time step that the walk is at: that of the equation done last. */
export const timeOf = (frame: Frame): number | undefined => frame.now?.step ?? undefined;

export type Half = 'start' | 'forward' | 'loss' | 'backward';
export function halfOf(frame: Frame): Half {
  if (!frame.now) return 'start';
  if (frame.now.role !== 'value') return 'backward';
  return frame.now.step === undefined ? 'loss' : 'forward';
}
