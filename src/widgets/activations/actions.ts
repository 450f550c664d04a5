/** What a reader can do to the explorer: a reducer over its state. What leads out of the limits changes nothing. */
import { type ActivationsState, isValid, SOFTMAX, SPANS } from './state.ts';

export type Action =
  /** `isGoingOn`: one more character of what is being typed, or one more pixel: one thing to take back. */
  | { readonly type: 'set'; readonly change: Partial<ActivationsState>; readonly isGoingOn?: boolean }
  | { readonly type: 'logit'; readonly at: number; readonly value: number; readonly isGoingOn?: boolean }
  /** The same number added to every logit. */
  | { readonly type: 'shift'; readonly by: number };

export const isMove = (action: Action): boolean => 'isGoingOn' in action && action.isGoingOn === true;

export function act(state: ActivationsState, action: Action): ActivationsState {
  const wanted = next(state, action);
  return isValid(wanted) ? wanted : state;
}

function next(state: ActivationsState, action: Action): ActivationsState {
  if (action.type === 'set') return fitted({ ...state, ...action.change }, action.change);
  const logits =
    action.type === 'logit'
      ? state.logits.with(action.at, action.value)
      : state.logits.map((logit) => Number((logit + action.by).toFixed(9)));
  return { ...state, logits };
}

/** A place that is typed beyond the picture widens it; a narrower picture takes the place along. Softmax has no second curve. */
function fitted(wanted: ActivationsState, change: Partial<ActivationsState>): ActivationsState {
  const compared = wanted.f === SOFTMAX ? { ...wanted, g: '' } : wanted;
  const { x, span } = compared;
  if (change.span !== undefined) return { ...compared, x: Math.min(span, Math.max(-span, x)) };
  return { ...compared, span: SPANS.find((each) => each >= Math.max(Math.abs(x), span)) ?? span };
}
