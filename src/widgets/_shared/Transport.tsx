/**
 * First, back, forward, last, play at a chosen speed, and a bar to scrub: one way of walking for every stepper.
 */
import { useEffect, useRef, useState } from 'preact/hooks';

export type Move = 'first' | 'back' | 'forward' | 'last';

export interface TransportProps {
  readonly at: number;
  readonly end: number;
  /** What the bar says of its position. */
  readonly label: string;
  readonly awake: boolean;
  readonly onMove: (move: Move) => void;
  readonly onJump: (at: number) => void;
}

const ICONS: Readonly<Record<Move | 'play' | 'pause', string>> = {
  first: 'M5 4v12M16 4 8 10l8 6z',
  back: 'M13 4 5 10l8 6z',
  forward: 'M7 4l8 6-8 6z',
  last: 'M15 4v12M4 4l8 6-8 6z',
  play: 'M5 3l12 7-12 7z',
  pause: 'M6 4v12M13 4v12',
};
const NAMES: Readonly<Record<Move, string>> = {
  first: 'First step',
  back: 'Step back',
  forward: 'Step forward',
  last: 'Last step',
};
const SPEEDS = [0.5, 1, 2, 4] as const;

export const Icon = ({ path }: { readonly path: string }) => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path
      d={path}
      fill="currentColor"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      stroke-linecap="round"
    />
  </svg>
);

export function Transport({ at, end, label, awake, onMove, onJump }: TransportProps) {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(1);
  const move = useRef(onMove);
  move.current = onMove;
  const atEnd = at >= end;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => move.current('forward'), 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, speed]);
  useEffect(() => {
    if (atEnd) setPlaying(false);
  }, [atEnd]);
  const button = (name: Move, off: boolean) => (
    <button
      type="button"
      aria-label={NAMES[name]}
      title={NAMES[name]}
      disabled={!awake}
      aria-disabled={off}
      onClick={() => !off && onMove(name)}
    >
      <Icon path={ICONS[name]} />
    </button>
  );
  return (
    <div class="transport" role="toolbar" aria-label="Steps">
      {button('first', at <= 0)}
      {button('back', at <= 0)}
      {button('forward', atEnd)}
      {button('last', atEnd)}
      <button
        type="button"
        class="play"
        disabled={!awake}
        aria-disabled={atEnd}
        aria-pressed={playing}
        onClick={() => !atEnd && setPlaying(!playing)}
      >
        <Icon path={ICONS[playing ? 'pause' : 'play']} />
        <span>{playing ? 'Pause' : 'Play'}</span>
      </button>
      <label class="speed">
        <span class="sr">Speed</span>
        <select disabled={!awake} value={speed} onChange={(event) => setSpeed(Number(event.currentTarget.value))}>
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {each}/s
            </option>
          ))}
        </select>
      </label>
      <input
        class="scrub"
        type="range"
        min="0"
        max={end}
        value={at}
        disabled={!awake}
        aria-label="Position"
        aria-valuetext={label}
        onInput={(event) => onJump(Number(event.currentTarget.value))}
      />
      <output class="count">
        {at}/{end}
      </output>
    </div>
  );
}
