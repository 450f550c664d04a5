/**
 * What the figure shows for a state: the graph with its values and gradients as far as the walk has come, the step that is
 * now, tangents, counts. Every number is the engine's. No DOM and no timers.
 */
import {
  type CheckedNumber,
  checkGradients,
  flat,
  type Name,
  type Program,
  run,
  type Tensor,
  tangents,
  type Values,
} from 'unrolled';
import { type Counts, countsOf } from './counts.ts';
import { type Edge, type Graph, graphOf, type Node } from './graph.ts';
import { givenOf, inputNumbers, numberName, type Programs, programsOf, seedOf } from './program.ts';
import type { AutodiffState } from './state.ts';
import { type Turn, turnsOf } from './turns.ts';

export type Standing = 'later' | 'now' | 'done';

export interface Frame {
  readonly state: AutodiffState;
  readonly programs: Programs;
  readonly given: ReturnType<typeof givenOf>;
  readonly values: Values;
  /** Forward mode: the derivative of every value by the input number that is moved. */
  readonly tangents: Values | undefined;
  readonly graph: Graph;
  readonly turns: readonly Turn[];
  /** Steps taken, and how many of them are forward ones. */
  readonly at: number;
  readonly forwardEnd: number;
  readonly now: Turn | undefined;
  readonly standings: ReadonlyMap<Name, Standing>;
  readonly counts: Counts;
  /** Names of the numbers that forward mode can move. */
  readonly inputs: readonly Name[];
  /** Of every value, when they are checked. */
  readonly checks: ReadonlyMap<Name, readonly CheckedNumber[]> | undefined;
}

export function frameOf(state: AutodiffState): Frame {
  const programs = programsOf(state);
  const { forward, whole } = programs;
  const given = givenOf(state);
  const all = turnsOf(whole);
  const turns = state.mode === 'reverse' ? all : all.filter(({ kind }) => kind === 'value');
  const at = Math.min(state.at, turns.length);
  const values = run(whole, given);
  return {
    state,
    programs,
    given,
    values,
    tangents: state.mode === 'forward' ? tangents(forward, given, seedOf(state)) : undefined,
    graph: graphOf(whole),
    turns,
    at,
    forwardEnd: forward.equations.length,
    now: turns[at - 1],
    standings: standingsOf(whole, turns, at),
    counts: countsOf(programsOf({ ...state, view: 'scalar' }).whole),
    inputs: inputNumbers(state.values).map((each) => numberName(state.values, each)),
    checks: state.isChecked ? checksOf(programs, given, values) : undefined,
  };
}

function standingsOf(whole: Program, turns: readonly Turn[], at: number): Map<Name, Standing> {
  const standings = new Map<Name, Standing>(whole.inputs.map(({ name }) => [name, 'done']));
  turns.forEach(({ computes }, k) => {
    for (const name of computes) standings.set(name, k < at - 1 ? 'done' : k === at - 1 ? 'now' : 'later');
  });
  return standings;
}

/** Whether there is so much that lists of it begin folded. */
export const isLarge = ({ graph }: Frame): boolean => graph.nodes.length > 100;

/** The name of a value's finished gradient. */
export const gradientOf = ({ programs: { whole } }: Pick<Frame, 'programs'>, value: Name): Name =>
  whole.gradients![value] ?? whole.outputs[`dL/d${value}`]!;

export const standingOf = ({ standings }: Frame, name: Name): Standing => standings.get(name) ?? 'later';

/** The local derivative on an edge: its number or numbers, and where they come from. */
export function localOf({ values }: Pick<Frame, 'values'>, { local }: Edge): Tensor | number | undefined {
  return typeof local === 'string' ? values.get(local)! : local;
}

let last: { readonly key: string; readonly checks: ReadonlyMap<Name, readonly CheckedNumber[]> } | undefined;

/** Every gradient beside its central difference, for the whole program at once: small ones are judged beside large ones. */
function checksOf({ forward, whole }: Programs, given: Frame['given'], values: Values) {
  const key = JSON.stringify([forward, given]);
  if (last?.key === key) return last.checks;
  const names = [...forward.inputs.map(({ name }) => name), ...flat(forward).map(({ name }) => name)];
  const claimed = Object.fromEntries(
    names.map((name) => [name, values.get(gradientOf({ programs: { whole } as Programs }, name))!]),
  );
  const checks = checksByName(checkGradients(forward, given, claimed));
  last = { key, checks };
  return checks;
}

function checksByName(checked: readonly CheckedNumber[]): Map<Name, CheckedNumber[]> {
  const checks = new Map<Name, CheckedNumber[]>();
  for (const each of checked) checks.set(each.name, [...(checks.get(each.name) ?? []), each]);
  return checks;
}

/** How large the largest finite number of a kind is, so that colours can be compared. */
export function rangeOf({ graph, values }: Frame, nameOf: (node: Node) => Name): number {
  const numbers = graph.nodes.flatMap((node) => Array.from(values.get(nameOf(node))?.data ?? []));
  return numbers.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0) || 1;
}
