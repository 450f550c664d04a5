/** A place of an axis as a slider in a picture: dragged, or moved with the arrow keys. */
import { short } from './notation.ts';

export interface HandleProps {
  readonly class: string;
  /** The letter in the knob. */
  readonly letter: string;
  readonly label: string;
  readonly value: number;
  /** Said in place of the bare value. */
  readonly valueText?: string;
  /** The axis goes from −span to span. */
  readonly span: number;
  /** Centre of the knob, and the line that it leads. */
  readonly x: number;
  readonly y: number;
  readonly rule: string;
  readonly awake: boolean;
  readonly onGrab: (event: PointerEvent) => void;
  readonly onMove: (value: number) => void;
}

export function Handle({
  letter,
  label,
  value,
  valueText,
  span,
  x,
  y,
  rule,
  awake,
  onGrab,
  onMove,
  ...rest
}: HandleProps) {
  const steps: Record<string, number> = {
    ...{ ArrowLeft: value - 0.1, ArrowDown: value - 0.1, ArrowRight: value + 0.1, ArrowUp: value + 0.1 },
    ...{ PageDown: value - 1, PageUp: value + 1, Home: -span, End: span },
  };
  return (
    <g
      class={`handle ${rest.class}`}
      role="slider"
      tabIndex={awake ? 0 : -1}
      aria-label={label}
      aria-disabled={!awake}
      aria-valuemin={-span}
      aria-valuemax={span}
      aria-valuenow={value}
      aria-valuetext={valueText ?? short(value)}
      onPointerDown={(event) => awake && onGrab(event)}
      onKeyDown={(event) => {
        const next = steps[event.key];
        if (!awake || next === undefined) return;
        event.preventDefault();
        onMove(Math.min(span, Math.max(-span, Number(next.toFixed(2)))));
      }}
    >
      <path class="rule" d={rule} />
      <circle class="grip" cx={x} cy={y} r="20" />
      <circle class="knob" cx={x} cy={y} r="11" />
      <text x={x} y={y + 5} text-anchor="middle">
        {letter}
      </text>
    </g>
  );
}
