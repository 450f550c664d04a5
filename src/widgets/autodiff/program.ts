/** From the reader's formulas to the engine's programs: forward, and with its gradients. Kept while the text is the same. */
import {
  backward,
  elementName,
  expressions,
  type Given,
  type Name,
  type Program,
  prune,
  type Shape,
  scalarize,
  wengertList,
} from 'unrolled';
import type { AutodiffState } from './state.ts';

type Asked = Pick<AutodiffState, 'text' | 'values' | 'view'>;

export interface Programs {
  readonly variables: readonly string[];
  readonly forward: Program;
  /** Forward and backward. */
  readonly whole: Program;
}

let last: { readonly key: string; readonly programs: Programs } | undefined;

const shapesOf = (values: AutodiffState['values']): Record<string, Shape> =>
  Object.fromEntries(Object.entries(values).map(([name, { length }]) => [name, length === 1 ? [] : [length]]));

export function programsOf({ text, values, view }: Asked): Programs {
  const key = JSON.stringify([text, shapesOf(values), view]);
  if (last?.key !== key) last = { key, programs: derive(text, shapesOf(values), view) };
  return last.programs;
}

function derive(text: string, shapes: Record<string, Shape>, view: AutodiffState['view']): Programs {
  const listing = expressions.parseListing(text);
  const letter = listing.variables.some((name) => name.startsWith('v_')) ? 'u' : 'v';
  const tensors = wengertList(prune(expressions.programOfListing(listing, shapes), [expressions.RESULT]), letter);
  const forward = view === 'scalar' ? scalarize(tensors) : tensors;
  const wrt = forward.inputs.map(({ name }) => name);
  return { variables: listing.variables, forward, whole: backward(forward, { wrt }) };
}

/** How many values the picture has. */
export function sizeOfGraph(asked: Asked): number {
  const { forward } = programsOf(asked);
  return forward.inputs.length + forward.equations.length;
}

/** The names of the single numbers that go in: `x`, or `x[0]`, `x[1]`, …. */
export const inputNumbers = (
  values: AutodiffState['values'],
): readonly { readonly name: Name; readonly index: number }[] =>
  Object.entries(values).flatMap(([name, list]) => list.map((_, index) => ({ name, index })));

/** The name of an input number in the scalar view, and for readers. */
export const numberName = (values: AutodiffState['values'], { name, index }: { name: Name; index: number }): Name =>
  values[name]!.length === 1 ? name : elementName(name, [index]);

/** What the program is run on. */
export function givenOf({ values, view }: Asked): Given {
  if (view === 'scalar')
    return Object.fromEntries(
      inputNumbers(values).map((each) => [numberName(values, each), values[each.name]![each.index]!]),
    );
  return Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list.length === 1 ? list[0]! : list]));
}

/** The direction of forward mode: one input number moves, by one. */
export function seedOf({ values, view, along }: Asked & Pick<AutodiffState, 'along'>): Given {
  const moved = inputNumbers(values)[along]!;
  if (view === 'scalar') return { [numberName(values, moved)]: 1 };
  const list = values[moved.name]!;
  return { [moved.name]: list.length === 1 ? 1 : list.map((_, k) => (k === moved.index ? 1 : 0)) };
}
