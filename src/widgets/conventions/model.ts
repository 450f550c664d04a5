/**
 * The same numbers run through every form of a layer: states, who agrees with whom, counts. Everything shown is derived
 * here from the state and, where a reader has opened one, a file's layer. No DOM.
 */
import { network, parameterCount, run, type Tensor, zeros } from 'unrolled';
import { carried, changed, drawn, type Given } from './carry.ts';
import { FORMS, type Form, type FormId } from './forms.ts';
import type { Carry, ConventionsState } from './state.ts';
import { type Fact, factsOf } from './why.ts';

/** A form with what it computes from the numbers. */
export interface Row {
  readonly form: Form;
  /** h [T, H]. */
  readonly states: Tensor;
  /** Rows of one group compute the same. */
  readonly group: number;
  readonly count: number;
}

/** Every form with the same numbers, and the largest difference between the states of each two. */
export interface Table {
  readonly rows: readonly Row[];
  readonly gaps: readonly (readonly number[])[];
}

export interface Frame extends Table {
  readonly state: ConventionsState;
  readonly given: Given;
  readonly groups: readonly (readonly Row[])[];
  readonly look: Look;
  /** The unit whose states are drawn. */
  readonly unit: number;
}

/** The two forms that are looked at. */
export interface Look {
  readonly a: Row;
  readonly b: Row;
  readonly gap: number;
  readonly agree: boolean;
  /** The first time step, from 1, at which they differ. */
  readonly from: number | undefined;
  readonly facts: readonly Fact[];
}

/** States lie between −1 and 1; what is smaller than this is rounding. */
const ROUNDING = 1e-9;

export function frameOf(state: ConventionsState, own?: Given): Frame {
  const given = changed(own ?? drawn(state), state);
  const { X, H } = given.sizes;
  // Every input of the layer gets the number of the step.
  const x = {
    shape: [state.x.length, X],
    data: Float64Array.from(state.x.flatMap((x_t) => Array<number>(X).fill(x_t))),
  };
  const table = tableOf(given, state.carry, { x });
  const count = Math.max(...table.rows.map(({ group }) => group)) + 1;
  const groups = Array.from({ length: count }, (_, group) => table.rows.filter((row) => row.group === group));
  return { ...table, state, given, groups, unit: Math.min(state.unit, H - 1), look: lookAt(state, given, table) };
}

/** What each form computes from these numbers and inputs: `x` [T, X]; `h_0` is 0 unless given. */
export function tableOf(given: Given, carry: Carry, inputs: Readonly<Record<string, Tensor>>): Table {
  const forms = FORMS[given.layer];
  const all = forms.map((form) => statesOf(form, { ...carried(given, form, carry), ...inputs }, given));
  const gaps = all.map((a) => all.map((b) => gapOf(a, b)));
  const firsts = gaps.map((row, k) => row.findIndex((gap, other) => other === k || gap <= ROUNDING));
  const leaders = firsts.filter((first, k) => first === k);
  const rows = forms.map((form, k) => ({
    form,
    states: all[k]!,
    group: leaders.indexOf(firsts[k]!),
    count: parameterCount(form.cell, { ...given.sizes, Y: 1 }, form.counted),
  }));
  return { rows, gaps };
}

/** A layer's states over a sequence. What is not given (its readout, h_0, c_0) is 0. */
function statesOf({ cell }: Form, numbers: Readonly<Record<string, Tensor>>, { sizes }: Given): Tensor {
  const program = network(cell, { ...sizes, Y: 1, T: numbers.x!.shape[0]!, loss: 'mse' });
  const inputs = program.inputs.map(({ name, shape }): [string, Tensor] => [name, numbers[name] ?? zeros(shape)]);
  return run(program, Object.fromEntries(inputs)).get('h')!;
}

/** NaN, when either has one: what is no number agrees with nothing. */
export const gapOf = (a: Tensor, b: Tensor): number =>
  a.data.reduce((most, value, k) => {
    const gap = Math.abs(value - b.data[k]!);
    return gap > most || Number.isNaN(gap) ? gap : most;
  }, 0);

function lookAt({ pair, carry }: ConventionsState, given: Given, { rows, gaps }: Table): Look {
  const [i, j] = pair.map((id: FormId) => rows.findIndex(({ form }) => form.id === id)) as [number, number];
  const [a, b] = [rows[i]!, rows[j]!];
  const off = a.states.data.findIndex((value, k) => !(Math.abs(value - b.states.data[k]!) <= ROUNDING));
  const from = off < 0 ? undefined : Math.floor(off / given.sizes.H) + 1;
  const facts = factsOf(a.form, b.form, given, carry);
  return { a, b, gap: gaps[i]![j]!, agree: a.group === b.group, from, facts };
}

/** The states of one unit of a row over time, after h_0 = 0. */
export const lineOf = ({ states }: Row, unit: number): number[] => {
  const [T = 0, H = 1] = states.shape;
  return [0, ...Array.from({ length: T }, (_, t) => states.data[t * H + unit]!)];
};

/** Units whose numbers are written out. */
export const SHOWN = 4;

/** The first few states of the last time step. */
export function lastOf({ states }: Row): number[] {
  const [T = 0, H = 1] = states.shape;
  return Array.from(states.data.subarray((T - 1) * H, (T - 1) * H + Math.min(H, SHOWN)));
}
