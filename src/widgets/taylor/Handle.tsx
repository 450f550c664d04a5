/** One of the two places as a slider in the picture. */
import { short } from '../_shared/notation.ts';
import type { Action } from './actions.ts';
import { GROUND, TOP } from './plan.ts';
import type { TaylorState } from './state.ts';
import { strings } from './strings.ts';

export interface HandleProps {
  readonly awake: boolean;
  readonly send: (action: Action) => void;
  readonly of: 'at' | 'x';
  readonly letter: string;
  readonly x: number;
  readonly state: TaylorState;
  readonly onGrab: (of: 'at' | 'x', event: PointerEvent) => void;
}

/** a stands below, x above: they may be at the same place. */
export function Handle({ of, letter, x, state, awake, send, onGrab }: HandleProps) {
  const isBelow = of === 'at';
  const y = isBelow ? GROUND + 9 : TOP - 14;
  const move = (value: number) =>
    send({ type: 'set', change: { [of]: Math.min(state.span, Math.max(-state.span, Number(value.toFixed(2)))) } });
  const steps: Record<string, () => number> = {
    ArrowLeft: () => state[of] - 0.1,
    ArrowDown: () => state[of] - 0.1,
    ArrowRight: () => state[of] + 0.1,
    ArrowUp: () => state[of] + 0.1,
    PageDown: () => state[of] - 1,
    PageUp: () => state[of] + 1,
    Home: () => -state.span,
    End: () => state.span,
  };
  return (
    <g
      class={`handle of-${of}`}
      role="slider"
      tabIndex={awake ? 0 : -1}
      aria-label={isBelow ? strings.at : strings.x}
      aria-disabled={!awake}
      aria-valuemin={-state.span}
      aria-valuemax={state.span}
      aria-valuenow={state[of]}
      aria-valuetext={short(state[of])}
      onPointerDown={(event) => awake && onGrab(of, event)}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (!awake || !step) return;
        event.preventDefault();
        move(step());
      }}
    >
      <path class="rule" d={isBelow ? `M${x} ${TOP}V${GROUND}` : `M${x} ${TOP - 2}V${GROUND}`} />
      <circle class="grip" cx={x} cy={y} r="20" />
      <circle class="knob" cx={x} cy={y} r="11" />
      <text x={x} y={y + 5} text-anchor="middle">
        {letter}
      </text>
    </g>
  );
}
