/** The seeds' products, computed in the page a few at a time once a reader asks for another number of steps. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Lengths, lengthsOf, SEEDS } from './model.ts';

/** Seeds between two chances for the page to draw: some 20 ms of work. */
const AT_ONCE = 4;
let known: readonly Lengths[] = [];

export function useLengths(isWanted: boolean): readonly Lengths[] {
  const done = useSignal(known);
  useEffect(() => {
    if (!isWanted) return;
    let timer: ReturnType<typeof setTimeout>;
    const work = () => {
      const from = known.length;
      const more = Array.from({ length: Math.min(AT_ONCE, SEEDS - from) }, (_, k) => lengthsOf(from + k));
      known = [...known, ...more];
      done.value = known;
      if (known.length < SEEDS) timer = setTimeout(work);
    };
    if (known.length < SEEDS) timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [isWanted, done]);
  return done.value;
}
