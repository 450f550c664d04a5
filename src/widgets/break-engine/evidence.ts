/**
 * What speaks for or against a guess: the check of the guessed engine on the same network, beside the check of the one that
 * is there. No DOM.
 */
import {
  backward,
  bindings,
  type Equation,
  equationText,
  isScan,
  type OpEquation,
  type Program,
  unroll,
} from 'unrolled';
import { BUG_IDS, BUGS, type BugId } from './bugs.ts';
import { type Check, type CheckedBlock, checkOf, scannedOf } from './model.ts';
import { type BreakState, LIMITS } from './state.ts';

type Setting = Pick<BreakState, 'H' | 'T' | 'layers' | 'pass'>;

/** Why a guess cannot be right, or where to look for a reason. */
export type Against =
  /** A block that is right here, and would be wrong, or the other way round. */
  | { readonly kind: 'here'; readonly block: CheckedBlock }
  /** Same blocks here; with this one setting changed they part. */
  | { readonly kind: 'there'; readonly setting: keyof Setting; readonly value: number }
  /** Same blocks wherever one setting is changed: only the numbers differ. */
  | { readonly kind: 'numbers'; readonly block: CheckedBlock; readonly at: number; readonly would: number };

export function against(state: BreakState, actual: BugId, guess: BugId): Against {
  const [is, would] = [checkOf(actual, state), checkOf(guess, state)];
  const block = parting(is, would);
  if (block) return { kind: 'here', block };
  for (const change of changesOf(state)) {
    const there = { ...state, ...change };
    const [setting, value] = Object.entries(change)[0] as [keyof Setting, number];
    if (parting(checkOf(actual, there), checkOf(guess, there))) return { kind: 'there', setting, value };
  }
  return { kind: 'numbers', ...firstDifference(is, would) };
}

/** The first block that one engine gets right and the other wrong. */
const parting = (is: Check, would: Check): CheckedBlock | undefined =>
  is.blocks.find(({ isRight }, k) => isRight !== would.blocks[k]!.isRight);

function firstDifference(is: Check, would: Check) {
  const places = is.blocks.flatMap((block, k) =>
    block.numbers.map(({ claimed }, at) => ({ block, at, claimed, would: would.blocks[k]!.numbers[at]!.claimed })),
  );
  return places.find((each) => each.claimed !== each.would) ?? places[0]!;
}

/** The state with one setting changed, the cheapest questions first. */
const changesOf = (state: Setting): Partial<Setting>[] =>
  (['T', 'pass', 'H', 'layers'] as const).flatMap((key) =>
    Array.from({ length: LIMITS[key].most }, (_, k) => k + 1)
      .filter((value) => value !== state[key])
      .map((value) => ({ [key]: value })),
  );

/** Which bugs would show the same pattern of right and wrong here. */
export const lookalikes = (state: BreakState, actual: BugId): readonly BugId[] =>
  BUG_IDS.filter((each) => each !== actual && !parting(checkOf(actual, state), checkOf(each, state)));

/** An equation of the backward pass in both engines; undefined where one of them has none of that name. */
export interface Pair {
  readonly name: string;
  readonly right: string | undefined;
  readonly wrong: string | undefined;
  readonly isSame: boolean;
}

/** The backward equations of step t, and those that belong to no step, of the right engine beside this one. */
export function pairsAt(state: BreakState, bug: BugId, t: number): readonly Pair[] {
  const [right, wrong] = (['none', bug] as const).map((each) => linesOf(state, each, t)) as [Lines, Lines];
  const names = new Set([...right.keys(), ...wrong.keys()]);
  return [...names].map((name) => ({
    ...{ name, right: right.get(name), wrong: wrong.get(name) },
    isSame: right.get(name) === wrong.get(name),
  }));
}

type Lines = ReadonlyMap<string, string>;

function linesOf(state: BreakState, bug: BugId, t: number): Lines {
  const program: Program = unroll(backward(scannedOf(state), { rules: BUGS[bug] }));
  const binds = bindings(program);
  const isHere = (equation: Equation): equation is OpEquation =>
    !isScan(equation) &&
    ['local', 'product', 'sum'].includes(equation.role) &&
    (equation.step === t || (equation.step === undefined && equation.op !== 'fill'));
  // What a local derivative is made of stands in its own line: the square of h is no equation that has a name.
  return new Map(program.equations.filter(isHere).map((each) => [each.name, equationText(each, binds)]));
}
