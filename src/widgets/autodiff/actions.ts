/** What a reader can do to the figure: a reducer over its state. What leads out of the limits changes nothing. */
import type { Move } from '../_shared/Transport.tsx';
import { programsOf } from './program.ts';
import { type AutodiffState, inputCount, readListing, wrongWith } from './state.ts';
import { turnsOf } from './turns.ts';

export type Action =
  /** `isGoingOn`: one more character of what is being typed, which is one thing to take back. */
  | { readonly type: 'write'; readonly text: string; readonly isGoingOn: boolean }
  | { readonly type: 'give'; readonly name: string; readonly numbers: readonly number[] }
  | { readonly type: 'go'; readonly to: Move | number }
  | { readonly type: 'show'; readonly change: Partial<Pick<AutodiffState, 'mode' | 'along' | 'view' | 'isChecked'>> };

export const isMove = (action: Action): boolean =>
  action.type === 'go' || (action.type === 'write' && action.isGoingOn);

export function act(state: AutodiffState, action: Action): AutodiffState {
  const wanted = wantedBy(state, action);
  return wrongWith(wanted) ? state : wanted;
}

function wantedBy(state: AutodiffState, action: Action): AutodiffState {
  switch (action.type) {
    case 'write':
      return written(state, action.text);
    case 'give': {
      const values = { ...state.values, [action.name]: action.numbers };
      return settled({ ...state, values });
    }
    case 'go':
      return { ...state, at: placeOf(state, action.to) };
    case 'show':
      return settled({ ...state, ...action.change });
  }
}

/** Variables that stay keep their numbers; new ones get some that are not all alike. */
export function written(state: AutodiffState, text: string): AutodiffState {
  const variables = readListing(text)?.variables ?? [];
  const values = Object.fromEntries(variables.map((name, k) => [name, state.values[name] ?? [1 + k / 2]]));
  return settled({ ...state, text, values, at: 0 });
}

/** Whatever counts inputs or steps stays within what there is. */
function settled(state: AutodiffState): AutodiffState {
  const along = Math.min(state.along, Math.max(0, inputCount(state.values) - 1));
  const next = { ...state, along };
  return wrongWith(next) ? next : { ...next, at: Math.min(next.at, endOf(next)) };
}

/** How many steps the walk has. */
export function endOf(state: AutodiffState): number {
  const { forward, whole } = programsOf(state);
  return state.mode === 'forward' ? forward.equations.length : turnsOf(whole).length;
}

function placeOf(state: AutodiffState, to: Move | number): number {
  const end = endOf(state);
  const wanted = typeof to === 'number' ? to : { first: 0, back: state.at - 1, forward: state.at + 1, last: end }[to];
  return Math.min(end, Math.max(0, wanted));
}
