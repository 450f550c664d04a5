/** What a reader can do to the figure: a reducer over its state. An action that leads out of the limits changes nothing. */
import type { Name } from 'unrolled';
import { frameOf, stepped } from './model.ts';
import { type BpttState, isValid, partsOf, stepsOf } from './state.ts';

type Settings = Pick<
  BpttState,
  'cell' | 'H' | 'seed' | 'lossAt' | 'weight' | 'window' | 'stride' | 'carry' | 'showsRtrl' | 'rate'
>;

export type Action =
  | { readonly type: 'set'; readonly change: Partial<Settings> }
  | { readonly type: 'edit'; readonly name: Name; readonly value: number }
  | { readonly type: 'data'; readonly of: 'x' | 'target'; readonly t: number; readonly value: number }
  | { readonly type: 'length'; readonly T: number }
  | { readonly type: 'look'; readonly t: number; readonly k: number }
  | { readonly type: 'backward' }
  | { readonly type: 'step' };

/** Looking at another term is no change that "undo" should take back. */
export const isMove = ({ type }: Action): boolean => type === 'look';

export function act(state: BpttState, action: Action): BpttState {
  const wanted = changed(state, action);
  const next = wanted === state ? state : fitted(wanted);
  return isValid(next) ? next : state;
}

function changed(state: BpttState, action: Action): BpttState {
  switch (action.type) {
    case 'look':
      return { ...state, at: { t: action.t, k: action.k } };
    case 'backward':
      return { ...state, isBackwardDone: true };
    case 'step':
      return canStep(state) ? step(state) : state;
    case 'set':
      return set(state, action.change);
    case 'edit':
      return { ...state, edits: { ...state.edits, [action.name]: action.value }, before: undefined };
    case 'data':
      return { ...state, [action.of]: state[action.of].with(action.t - 1, action.value), before: undefined };
    case 'length':
      return resized(state, action.T);
  }
}

/** Weights of another size or from another seed are other weights: what was set or learnt is gone. */
function set(state: BpttState, change: Partial<Settings>): BpttState {
  const isNew = change.H !== undefined || change.seed !== undefined;
  const onlyLooks = Object.keys(change).every((key) => ['weight', 'showsRtrl', 'rate'].includes(key));
  return {
    ...state,
    ...(!onlyLooks && { before: undefined }),
    ...(isNew && { edits: {}, updates: 0 }),
    ...change,
  };
}

function resized(state: BpttState, T: number): BpttState {
  if (!Number.isInteger(T) || T < 1) return state;
  const size = (of: readonly number[]) => Array.from({ length: T }, (_, k) => of[k] ?? 0);
  const window = state.window === stepsOf(state) ? T : state.window;
  return { ...state, x: size(state.x), target: size(state.target), window, before: undefined };
}

/** What the new extents still allow. */
function fitted(state: BpttState): BpttState {
  const T = stepsOf(state);
  const window = Math.min(state.window, T);
  const t = state.lossAt === 'last' ? T : Math.min(state.at.t, T);
  return {
    ...state,
    window,
    stride: Math.min(state.stride, window),
    at: { t, k: Math.min(state.at.k, t) },
    weight: partsOf(state)
      ? state.weight
      : `${state.weight.replace(/\[.*$/, '')}[${state.weight.includes(',') ? '0,0' : '0'}]`,
  };
}

/** A step needs the gradient of these weights. */
export const canStep = ({ isBackwardDone }: BpttState): boolean => isBackwardDone;

const step = (state: BpttState): BpttState => ({
  ...state,
  before: frameOf(state).loss,
  edits: stepped(state),
  isBackwardDone: false,
  updates: state.updates + 1,
});
