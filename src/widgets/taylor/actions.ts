/** What a reader can do to the explorer: a reducer over its state. What leads out of the limits changes nothing. */
import { isValid, SPANS, type TaylorState } from './state.ts';

export type Action =
  /** `isGoingOn`: one more character of what is being typed, which is one thing to take back. */
  | { readonly type: 'write'; readonly text: string; readonly isGoingOn: boolean }
  | { readonly type: 'set'; readonly change: Partial<Omit<TaylorState, 'text'>>; readonly isGoingOn?: boolean };

export const isMove = (action: Action): boolean => action.isGoingOn === true;

export function act(state: TaylorState, action: Action): TaylorState {
  const wanted = action.type === 'write' ? { ...state, text: action.text } : fitted(state, action.change);
  return isValid(wanted) ? wanted : state;
}

/** A point that is typed beyond the picture widens it; a narrower picture takes the points along. */
function fitted(state: TaylorState, change: Partial<TaylorState>): TaylorState {
  const next = { ...state, ...change };
  if (change.span !== undefined) {
    const inside = (x: number) => Math.min(next.span, Math.max(-next.span, x));
    return { ...next, at: inside(next.at), x: inside(next.x) };
  }
  const reach = Math.max(Math.abs(next.at), Math.abs(next.x));
  return { ...next, span: SPANS.find((span) => span >= Math.max(reach, next.span)) ?? next.span };
}
