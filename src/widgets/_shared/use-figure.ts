/**
 * What every small figure does with its state: keeps it, remembers what it was, reads it from the address and writes
 * it there. The model says what states there are; nothing here knows their meaning.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { addressWith, readAddress } from './url-state.ts';

export interface FigureModel<State, Action> {
  /** The figure's field in the address. */
  readonly key: string;
  readonly act: (state: State, action: Action) => State;
  readonly toUrl: (state: State) => string;
  readonly fromUrl: (text: string) => State | undefined;
}

export function useFigure<State, Action>({ key, act, toUrl, fromUrl }: FigureModel<State, Action>, start: State) {
  const state = useSignal(start);
  const past = useSignal<readonly State[]>([]);
  /** Whether the page's scripts run: controls are inert until they do. */
  const awake = useSignal(false);
  const isBroken = useSignal(false);
  useEffect(() => {
    const text = readAddress(key);
    const linked = text === undefined ? undefined : fromUrl(text);
    if (linked) state.value = linked;
    isBroken.value = text !== undefined && !linked;
    awake.value = true;
  }, [key, fromUrl, state, isBroken, awake]);
  const become = (next: State) => {
    if (toUrl(next) === toUrl(state.value)) return;
    past.value = [...past.value.slice(-49), state.value];
    state.value = next;
    isBroken.value = false;
  };
  return {
    state,
    awake,
    isBroken,
    send: (action: Action) => become(act(state.value, action)),
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

export type Figure<State, Action> = ReturnType<typeof useFigure<State, Action>>;
