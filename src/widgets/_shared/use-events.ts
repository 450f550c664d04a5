/** What pointer and keyboard do anywhere in the figure: light a symbol, ask a number, walk. */
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Picked } from './Inspector.tsx';
import { light, symbolAt } from './linking.ts';
import { rove, walkGroup } from './roving.ts';
import type { Move } from './Transport.tsx';

export interface EventOptions {
  /** Whether the other time steps of a symbol are lit too, faintly. */
  readonly kin?: boolean;
}

/** Listens on the figure's root, so that formulas and code set at build take part. Gives the symbol that is lit at step t. */
export function useEvents(
  root: RefObject<HTMLElement>,
  t: number | undefined,
  go: (to: Move) => void,
  pick: (picked: Picked) => void,
  { kin = true }: EventOptions = {},
): Signal<string | undefined> {
  const lit = useSignal<string>();
  const latest = useRef({ t, go });
  latest.current = { t, go };
  useEffect(() => {
    const element = root.current!;
    const show = (event: Event) => {
      lit.value = symbolAt(event.target, latest.current.t);
      light(element, lit.value, latest.current.t, kin);
    };
    const ask = (event: Event) => {
      const picked = numberAt(event.target as Element);
      if (picked) pick(picked);
    };
    const listening = new AbortController();
    const on = <E extends Event>(types: string, listener: (event: E) => void) => {
      for (const type of types.split(' '))
        element.addEventListener(type, listener as EventListener, { signal: listening.signal });
    };
    on('pointerover focusin click', show);
    on('click', ask);
    on('focusin', () => rove(element));
    on('keydown', (event: KeyboardEvent) => walk(event, latest.current.go));
    return () => listening.abort();
  }, []);
  return lit;
}

/** The number at an event's target: its tensor and its place there. */
function numberAt(target: Element): Picked | undefined {
  const number = target.closest<HTMLElement>('[data-value]:not(.overview *)');
  if (!number?.dataset.name) return undefined;
  const group = [...(number.parentElement?.closest('.chips, .cells')?.querySelectorAll('[data-value]') ?? [number])];
  return { name: number.dataset.name, at: Math.max(0, group.indexOf(number)) };
}

const KEYS: Readonly<Record<string, Move>> = {
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  Home: 'first',
  End: 'last',
};

/** Arrow keys walk, unless the focus is on something that has its own use for them. */
function walk(event: KeyboardEvent, go: (to: Move) => void): void {
  const target = event.target as HTMLElement;
  const isScrub = target.matches('input[type="range"].scrub');
  if (!isScrub && target.closest('input, textarea, select, [contenteditable]')) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const to = KEYS[event.key];
  const walked = walkGroup(target, event.key);
  if (!walked && !to) return;
  event.preventDefault();
  if (!walked) go(to!);
}
