/** Keeps the figure's state in the page's address, and starts from there. */
import { useEffect, useState } from 'preact/hooks';
import { addressWith, LINK_LIMIT, readAddress } from '../_shared/url-state.ts';
import type { UnrollState } from './state.ts';
import { fromUrl, toUrl } from './url.ts';

export function useAddress(
  id: string,
  state: UnrollState,
  initial: UnrollState,
  restore: (state: UnrollState) => void,
) {
  const [awake, setAwake] = useState(false);
  const [problem, setProblem] = useState<'broken' | 'outdated'>();
  useEffect(() => {
    const text = readAddress(id);
    if (text !== undefined) {
      const read = fromUrl(text, initial);
      if (read.ok) restore(read.state);
      else setProblem(read.reason);
    }
    setAwake(true);
  }, []);
  useEffect(() => {
    if (!awake) return;
    const timer = setTimeout(() => {
      if (state === initial && readAddress(id) === undefined) return;
      const url = addressWith(id, state === initial ? undefined : toUrl(state, initial));
      if (url.href.length <= LINK_LIMIT) history.replaceState(history.state, '', url);
      if (state !== initial) setProblem(undefined);
    }, 150);
    return () => clearTimeout(timer);
  }, [awake, state]);
  return { awake, problem };
}
