/** Keeps what is computed apart from what is asked: controls answer at once, the picture follows as soon as it is there. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { causesOf, splitOf } from './causes.ts';
import { type CellMap, mapOf } from './model.ts';
import { CELLS, type VanishingState } from './state.ts';
import { toUrl } from './url.ts';

export interface Frame {
  readonly state: VanishingState;
  readonly maps: readonly CellMap[];
}

/** Everything but the place that is looked at. */
const settings = (state: VanishingState): string => toUrl({ ...state, cell: 'rnn', t: 1, k: 0 });

const idsOf = ({ hasGated }: VanishingState) => (hasGated ? CELLS : (['rnn'] as const));

export const frameOf = (state: VanishingState): Frame => ({
  state,
  maps: idsOf(state).map((id) => mapOf(id, state)),
});

export const lookedAt = ({ maps, state }: Frame): CellMap => maps.find(({ id }) => id === state.cell) ?? maps[0]!;

/** Milliseconds of work between two chances for the page to answer. */
const AT_ONCE = 12;

/** The work for a frame in small pieces; at its end the frame. */
function* work(state: VanishingState, before: Frame): Generator<undefined, Frame> {
  let maps = before.maps;
  if (settings(state) !== settings(before.state)) {
    const all: CellMap[] = [];
    for (const id of idsOf(state)) {
      all.push(mapOf(id, state));
      yield;
    }
    maps = all;
  }
  const frame = { state, maps };
  const map = lookedAt(frame);
  if (!map.nudged)
    for (let j = state.k + 1; j <= state.t; j++) {
      if (map.splits.has(j)) continue;
      splitOf(map, j);
      yield;
    }
  return frame;
}

export function useFrame(state: VanishingState) {
  // The first frame is there when the page is built, and again when it wakes up.
  const first = useMemo(() => frameOf(state), []);
  const shown = useSignal<Frame>(first);
  useEffect(() => {
    if (shown.value.state === state) return;
    const job = work(state, shown.value);
    let timer = setTimeout(go);
    function go() {
      const until = performance.now() + AT_ONCE;
      let step = job.next();
      while (!step.done && performance.now() < until) step = job.next();
      if (step.done) shown.value = step.value;
      else timer = setTimeout(go);
    }
    return () => clearTimeout(timer);
  }, [state, shown]);
  const frame = shown.value;
  const causes = useMemo(() => causesOf(lookedAt(frame), frame.state.t, frame.state.k), [frame]);
  return { frame, causes, isBusy: frame.state !== state };
}
