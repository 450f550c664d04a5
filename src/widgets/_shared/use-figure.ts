/**
 * What every figure does with its state: keeps it, remembers what it was, reads it from the address and writes it
 * there. The model says what states there are; nothing here knows their meaning.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { addressWith, LINK_LIMIT, readAddress } from './url-state.ts';

/** Why an address gave no state. */
export type Problem = 'broken' | 'outdated';

export interface FigureModel<State, Action> {
  /** The figure's field in the address. */
  readonly key: string;
  readonly act: (state: State, action: Action) => State;
  /** Equal for equal states. */
  readonly toUrl: (state: State) => string;
  readonly fromUrl: (text: string) => State | Problem | undefined;
  /** What only moves about, and is therefore not taken back by "undo". */
  readonly isMove?: (action: Action) => boolean;
  /** Whether the address follows the state; otherwise it is written when a link is asked for. */
  readonly isFollowed?: boolean;
}

export function useFigure<State extends object, Action>(model: FigureModel<State, Action>, start: State) {
  const { key, act, toUrl, fromUrl, isMove, isFollowed = false } = model;
  const state = useSignal(start);
  const past = useSignal<readonly State[]>([]);
  /** Whether the page's scripts run: controls are inert until they do. */
  const awake = useSignal(false);
  const problem = useSignal<Problem>();
  useEffect(() => {
    const text = readAddress(key);
    const linked = text === undefined ? undefined : (fromUrl(text) ?? 'broken');
    if (typeof linked === 'string') problem.value = linked;
    else if (linked) state.value = linked;
    awake.value = true;
  }, [key, fromUrl, state, problem, awake]);
  const shown = state.value;
  const follows = isFollowed && awake.value;
  useEffect(() => {
    if (!follows) return;
    // Browsers allow few changes of the address a second.
    const timer = setTimeout(() => writeAddress(key, toUrl(shown) === toUrl(start) ? undefined : toUrl(shown)), 150);
    return () => clearTimeout(timer);
  }, [follows, shown, key, start, toUrl]);
  const become = (next: State, isRemembered = true) => {
    if (toUrl(next) === toUrl(state.value)) return;
    if (isRemembered) past.value = [...past.value.slice(-49), state.value];
    state.value = next;
    problem.value = undefined;
  };
  return {
    state,
    awake,
    problem,
    send: (action: Action) => become(act(state.value, action), !isMove?.(action)),
    /** Takes a state from elsewhere. */
    open: (next: State) => become(next),
    canUndo: past.value.length > 0,
    undo: () => {
      const before = past.value.at(-1);
      if (before === undefined) return;
      past.value = past.value.slice(0, -1);
      state.value = before;
    },
    reset: () => become(start),
    /** Puts the state into the address and the address onto the clipboard. */
    link: async () => {
      const url = addressWith(key, toUrl(state.value));
      history.replaceState(history.state, '', url);
      await navigator.clipboard.writeText(url.href);
    },
  };
}

/** A start state needs no words; one that is too long for an address is not written. */
function writeAddress(key: string, text: string | undefined): void {
  if (text === undefined && readAddress(key) === undefined) return;
  const url = addressWith(key, text);
  if (url.href.length <= LINK_LIMIT) history.replaceState(history.state, '', url);
}

export type Figure<State extends object, Action> = ReturnType<typeof useFigure<State, Action>>;
