/**
 * What a reader can do, as functions from state to state. Moving is bounded, changing the network keeps the place.
 */
import { elementName, parametersOf, sizeOf, unravel } from 'unrolled';
import type { CellId } from './families.ts';
import { canZoom, cellOf, derive, gatesOf, inputsOf, optionsOf, programOf, scalarCount } from './model.ts';
import { type Depth, LIMITS, type Sequence, stepsOf, type UnrollState } from './state.ts';

export type Action =
  | { readonly type: 'go'; readonly to: 'first' | 'back' | 'forward' | 'last' }
  | { readonly type: 'jump'; readonly at: number }
  | { readonly type: 'depth'; readonly depth: Depth }
  | { readonly type: 'cell'; readonly cell: CellId }
  | { readonly type: 'set'; readonly change: Partial<Omit<UnrollState, 'at' | 'sub' | 'depth' | 'sequence' | 'edits'>> }
  | { readonly type: 'sequence'; readonly sequence: Sequence }
  | { readonly type: 'edit'; readonly name: string; readonly index: readonly number[]; readonly value: number }
  | { readonly type: 'forget-edits' };

export function act(state: UnrollState, action: Action): UnrollState {
  switch (action.type) {
    case 'go':
      return state.depth === 'scalar' ? goScalar(state, action.to) : go(state, action.to);
    case 'jump':
      return { ...state, at: clamp(Math.round(action.at), 0, programOf(state).equations.length), sub: 0 };
    case 'depth':
      return action.depth === 'scalar' && !canZoom(state) ? state : { ...state, depth: action.depth, sub: 0 };
    case 'cell':
      return withCell(state, action.cell);
    case 'set':
      return keepPlace(state, { ...state, ...action.change });
    case 'sequence':
      return keepPlace(state, { ...state, sequence: action.sequence, edits: withoutWidth(state, action.sequence) });
    case 'edit':
      return edit(state, action);
    case 'forget-edits':
      return { ...state, edits: {} };
  }
}

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/**
 * Another cell: edits and held gates that it has too stay, the others go. What only the new one has is 0 where all
 * numbers of the old one are the reader's, so that by-hand numbers stay by hand.
 */
function withCell(state: UnrollState, cell: CellId): UnrollState {
  const bare = { ...state, cell, edits: {}, clamp: {} };
  const known = inputsOf(bare);
  const gates = gatesOf(derive(bare));
  const keep = <V>(entries: Readonly<Record<string, V>>, isKnown: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => isKnown(name)));
  return keepPlace(state, {
    ...bare,
    edits: { ...zerosFor(state, cell), ...keep(state.edits, (name) => name.replace(/\[.*$/, '') in known) },
    clamp: keep(state.clamp, (gate) => gates.includes(gate)),
  });
}

function zerosFor(state: UnrollState, cell: CellId): UnrollState['edits'] {
  const elements = (id: CellId) =>
    Object.entries(parametersOf(cellOf({ cell: id }), optionsOf(state))).flatMap(([name, shape]) =>
      Array.from({ length: sizeOf(shape) }, (_, at) => elementName(name, unravel(at, shape))),
    );
  const old = elements(state.cell);
  if (!old.every((name) => name in state.edits)) return {};
  return Object.fromEntries(elements(cell).flatMap((name) => (old.includes(name) ? [] : [[name, 0]])));
}

function go(state: UnrollState, to: 'first' | 'back' | 'forward' | 'last'): UnrollState {
  const { stops } = derive(state);
  const at = {
    first: 0,
    back: stops.findLast((stop) => stop < state.at) ?? 0,
    forward: stops.find((stop) => stop > state.at) ?? stops.at(-1)!,
    last: stops.at(-1)!,
  }[to];
  return { ...state, at, sub: 0 };
}

/** At depth `scalar` one press is one product or sum; an equation is done when its last one is. */
function goScalar(state: UnrollState, to: 'first' | 'back' | 'forward' | 'last'): UnrollState {
  const frame = derive(state);
  const last = frame.equations.length;
  if (to === 'first') return { ...state, at: 0, sub: 0 };
  if (to === 'last') return { ...state, at: last, sub: 0 };
  if (to === 'forward') {
    if (state.at >= last) return state;
    const done = state.sub + 1 >= scalarCount(frame, state.at);
    return done ? { ...state, at: state.at + 1, sub: 0 } : { ...state, sub: state.sub + 1 };
  }
  if (state.sub > 0) return { ...state, sub: state.sub - 1 };
  if (state.at === 0) return state;
  return { ...state, at: state.at - 1, sub: scalarCount(frame, state.at - 1) - 1 };
}

/** Finds the place in the new program that the reader was at in the old one: the same equation, by name. */
function keepPlace(before: UnrollState, after: UnrollState): UnrollState {
  const bounded = {
    ...after,
    sub: 0,
    depth: after.depth === 'scalar' && !canZoom(after) ? 'equation' : after.depth,
  } as const;
  const oldProgram = programOf(before);
  const program = programOf(bounded);
  if (before.at === 0) return bounded;
  if (before.at >= oldProgram.equations.length && before.backward === after.backward)
    return { ...bounded, at: program.equations.length };
  const name = oldProgram.equations[before.at - 1]?.name;
  const place = program.equations.findIndex((equation) => equation.name === name);
  return { ...bounded, at: place >= 0 ? place + 1 : Math.min(before.at, program.equations.length) };
}

function edit(state: UnrollState, { name, index, value }: Extract<Action, { type: 'edit' }>): UnrollState {
  const { sequence } = state;
  const timed = /^(x|target)_(\d+)$/.exec(name);
  if (!timed) return { ...state, edits: { ...state.edits, [elementName(name, index)]: value } };
  if (sequence.kind !== 'numbers') return state;
  const key = timed[1] as 'x' | 'target';
  return { ...state, sequence: { ...sequence, [key]: sequence[key].with(Number(timed[2]) - 1, value) } };
}

/** Edits of weights that belong to the width of the input do not survive another width. */
function withoutWidth(state: UnrollState, next: Sequence): UnrollState['edits'] {
  const shapes = (sequence: Sequence) => {
    const options = optionsOf({ ...state, sequence });
    return parametersOf(cellOf(state), options);
  };
  const [before, after] = [shapes(state.sequence), shapes(next)];
  const survives = (symbol: string) => String(before[symbol]) === String(after[symbol]);
  return Object.fromEntries(Object.entries(state.edits).filter(([name]) => survives(name.replace(/\[.*$/, ''))));
}

/** Bounds that the controls and the URL share. */
export const isValid = (state: UnrollState): boolean =>
  Number.isInteger(state.H) &&
  state.H >= 1 &&
  state.H <= LIMITS.H &&
  stepsOf(state.sequence) >= 1 &&
  stepsOf(state.sequence) <= LIMITS.T;
