/**
 * The gradient of one weight of a small network, taken apart: a table of terms (loss of step t, weight as it acted at
 * step k), what truncation leaves of it, and the same number by three roads. Everything is computed by the engine from
 * the state; no DOM and no timers here.
 */
import {
  backward,
  elementName,
  flat,
  type Given,
  initializers,
  initialState,
  type Name,
  network,
  output,
  type Program,
  parametersOf,
  prune,
  random,
  run,
  sgd,
  type Tensor,
  throughTime,
  timed,
  unravel,
  unroll,
  update,
  type Values,
} from 'unrolled';
import { type BpttState, CELLS, optionsOf, partsOf, shapesOf, stepsOf } from './state.ts';

/** A term of the gradient: what the loss of step t says to the weight as it acted at step k. */
export interface Term {
  readonly t: number;
  readonly k: number;
  /** In the gradient without truncation. */
  readonly full: number;
  /** In the gradient as it is truncated: 0 when it is lost; another number when the state was reset. */
  readonly kept: number;
  readonly isLost: boolean;
  /** Where it comes from; no equation when the weight did not act at this step. */
  readonly source: { readonly name: Name; readonly row: Row } | undefined;
}

/** Backward from one loss: a program with its values. */
export interface Row {
  readonly program: Program;
  readonly values: Values;
}

export interface Frame {
  readonly state: BpttState;
  readonly T: number;
  readonly given: Given;
  /** The whole network, backward included: the one that `backward()` differentiates. */
  readonly all: Row;
  /** One row for each loss that counts, terms for k = 1 … t. */
  readonly rows: readonly {
    readonly t: number;
    readonly update: number;
    readonly start: number;
    readonly full: Row;
    readonly terms: readonly Term[];
  }[];
  readonly parameter: Name;
  /** Flat position of the weight in its parameter. */
  readonly position: number;
  readonly now: Term;
  readonly weight: number;
  /** What is trained on: with resets, the loss of the network whose windows start from h_0. */
  readonly loss: number;
  readonly sums: Sums;
  readonly rtrl: readonly RtrlRow[];
}

export interface Sums {
  readonly terms: number;
  readonly lost: number;
  /** ∂L/∂w as `backward()` has it, in one pass. */
  readonly engine: number;
  /** Σ of all terms, of those that are kept, and of those that are lost. */
  readonly full: number;
  readonly kept: number;
  readonly missing: number;
  /** By how much the kept terms are not what they were: 0 unless the state is reset. */
  readonly changed: number;
}

export interface RtrlRow {
  readonly t: number;
  /** ∂h_t/∂w, a number for each unit. */
  readonly sensitivity: readonly number[];
  /** ∂(L as far as step t)/∂w. */
  readonly soFar: number;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);

let last: { readonly key: string; readonly frame: Omit<Frame, 'state' | 'now'> } | undefined;

export function frameOf(state: BpttState): Frame {
  const { at, isBackwardDone: _, rate: __, updates: ___, before: ____, ...numbers } = state;
  const key = JSON.stringify(numbers);
  if (last?.key !== key) last = { key, frame: compute(state) };
  const row = last.frame.rows.find(({ t }) => t === at.t)!;
  return { ...last.frame, state, now: row.terms[at.k - 1]! };
}

function compute(state: BpttState): Omit<Frame, 'state' | 'now'> {
  const T = stepsOf(state);
  const given = inputsOf(state);
  const { parameter, at: position } = partsOf(state)!;
  const scanned = programOf(state, 'scan', () => network(CELLS[state.cell], optionsOf(state)));
  const all = rowOf(
    programOf(state, 'all', () => backward(unroll(scanned))),
    given,
  );
  const updateOf = (t: number) => throughTime.updateAt(t, T, state.stride);
  const losses = state.lossAt === 'every' ? Array.from({ length: T }, (_, k) => k + 1) : [T];
  const rows = losses.map((t) => {
    const start = Math.max(1, updateOf(t) - state.window + 1);
    const full = lossRow(state, scanned, given, parameter, t, 1);
    const seen = state.carry === 'reset' && start > 1 ? lossRow(state, scanned, given, parameter, t, start) : full;
    const terms = Array.from({ length: t }, (_, before): Term => {
      const k = before + 1;
      const isLost = k < start;
      const row = isLost ? full : seen;
      const name = termName(row, parameter, k);
      const value = (of: Row) => elementOf(of, termName(of, parameter, k), position);
      return {
        t,
        k,
        full: value(full),
        kept: isLost ? 0 : value(seen),
        isLost,
        source: name === undefined ? undefined : { name, row },
      };
    });
    return { t, update: updateOf(t), start, full, seen, terms };
  });
  const terms = rows.flatMap((row) => row.terms);
  const kept = terms.filter(({ isLost }) => !isLost);
  const lost = terms.filter(({ isLost }) => isLost);
  return {
    ...{ T, given, all, rows, parameter, position },
    weight: (given[parameter] as Tensor).data[position]!,
    loss: total(rows.map(({ t, seen }) => seen.values.get(timed('l', t))!.data[0]!)),
    sums: {
      terms: terms.length,
      lost: lost.length,
      engine: output(all.program, all.values, `dL/d${parameter}`).data[position]!,
      full: total(terms.map((term) => term.full)),
      kept: total(kept.map((term) => term.kept)),
      missing: total(lost.map((term) => term.full)),
      changed: total(kept.map((term) => term.kept - term.full)),
    },
    rtrl: state.showsRtrl ? rtrlRows(scanned, given, parameter, position) : [],
  };
}

/** Weights from the seed (PyTorch's default, U(±1/√H)), h_0 = 0, edits in their place. */
export function inputsOf(state: BpttState): Given {
  const draw = initializers.torchDefault(state.H);
  const source = random(state.seed);
  const all = Object.entries(shapesOf(state)).map(([name, shape]) => {
    const drawn = name === 'h_0' ? new Float64Array(state.H) : draw(shape, source, name);
    const data = Float64Array.from(drawn, (value, at) => state.edits[elementName(name, unravel(at, shape))] ?? value);
    return [name, { shape, data }] as const;
  });
  return {
    ...Object.fromEntries(all),
    x: state.x.map((value) => [value]),
    target: state.target.map((value) => [value]),
  };
}

const programs = new Map<string, Program>();

/** Programs depend on the shape of the network only; the last ones are kept. */
function programOf({ cell, H, x, lossAt }: BpttState, what: string, make: () => Program): Program {
  const key = [cell, H, x.length, lossAt, what].join();
  const known = programs.get(key);
  if (known) return known;
  if (programs.size > 100) programs.delete(programs.keys().next().value!);
  const made = make();
  programs.set(key, made);
  return made;
}

const rowOf = (program: Program, given: Given): Row => ({ program, values: run(program, given) });

/** Backward from the loss of step t, over a network that reads h_0 again at step `start`. */
function lossRow(state: BpttState, scanned: Program, given: Given, parameter: Name, t: number, start: number): Row {
  const loss = timed('l', t);
  const program = programOf(state, [loss, parameter, start].join(), () => {
    const both = backward(prune(throughTime.cut(scanned, [start - 1], 'reset'), [loss]), {
      of: loss,
      wrt: [parameter],
    });
    return { ...both, outputs: { ...both.outputs, L: loss } };
  });
  return rowOf(program, given);
}

/** The equation that multiplies the gradient which arrives at step k by what the weight was applied to. */
const termName = ({ program }: Row, parameter: Name, k: number): Name | undefined =>
  flat(program).find(({ role, wrt, step }) => role === 'product' && wrt === parameter && step === k)?.name;

const elementOf = ({ values }: Row, name: Name | undefined, at: number): number =>
  name === undefined ? 0 : values.get(name)!.data[at]!;

function rtrlRows(scanned: Program, given: Given, parameter: Name, position: number): RtrlRow[] {
  return Array.from(throughTime.rtrl(scanned, given, [parameter]), ({ t, gradients, sensitivities }) => {
    const { shape, data } = sensitivities[parameter]!;
    const [S = 0, P = 0] = shape;
    return {
      t,
      sensitivity: Array.from({ length: S }, (_, unit) => data[unit * P + position]!),
      soFar: gradients[parameter]!.data[position]!,
    };
  });
}

/** A factor of a term of a network with one unit. */
export interface Factor {
  readonly name: Name;
  readonly value: number;
}

/**
 * The term (t, k) as a product: how the loss feels h_t, how each state feels the one before, how h_k feels the weight when
 * only its use at step k moves. For one unit and a weight of the recurrence; otherwise the factors are matrices.
 */
export function factorsOf({ state, parameter, now }: Frame): readonly Factor[] {
  const { t, k, source } = now;
  if (state.H > 1 || !source || !['W_hh', 'W_xh', 'b_h'].includes(parameter)) return [];
  const { values } = source.row;
  const read = (name: Name): number => values.get(name)!.data[0]!;
  const slope = (j: number): number => (state.cell === 'rnn' ? read(`dh_${j}/da_${j}`) : 1);
  const steps = Array.from({ length: t - k }, (_, back) => t - back);
  const acted = { W_hh: () => read(stateBefore(source, k)), W_xh: () => read(`x_${k}`), b_h: () => 1 }[parameter]!;
  return [
    { name: `dl_${t}/dh_${t}`, value: read(`dl_${t}/dh_${t}`) },
    ...steps.map((j) => ({ name: `dh_${j}/dh_${j - 1}`, value: read('W_hh') * slope(j) })),
    { name: `d⁺h_${k}/d${parameter}`, value: slope(k) * acted() },
  ];
}

/** The state that enters step k: h_{k−1}, or h_0 again after a reset. */
function stateBefore({ row }: NonNullable<Term['source']>, k: number): Name {
  const product = flat(row.program).find(
    ({ step, role, inputs }) => step === k && role === 'value' && inputs[0] === 'W_hh',
  )!;
  return String(product.inputs[1]);
}

/** All parameters after one step of gradient descent along the gradient that the figure shows. */
export function stepped(state: BpttState): BpttState['edits'] {
  const scanned = programOf(state, 'scan', () => network(CELLS[state.cell], optionsOf(state)));
  const given = inputsOf(state);
  const { window, stride, carry } = state;
  const gradients = throughTime.truncatedGradients(scanned, given, { window, stride, state: carry });
  const names = Object.keys(parametersOf(CELLS[state.cell], optionsOf(state)));
  const parameters = Object.fromEntries(names.map((name) => [name, given[name]!]));
  const done = update(sgd, parameters, gradients, initialState(sgd, parameters), { η: state.rate });
  const weights = Object.entries(done.parameters).flatMap(([name, { shape, data }]) =>
    Array.from(data, (value, at) => [elementName(name, unravel(at, shape)), value] as const),
  );
  const h_0 = Object.entries(state.edits).filter(([name]) => name.startsWith('h_0'));
  return Object.fromEntries([...h_0, ...weights]);
}
