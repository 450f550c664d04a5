/**
 * A state or a gate over all of time as a heat map, and a way to any step: columns may be narrower than a finger, so the
 * whole strip is one control, clicked, dragged or moved along with the arrow keys.
 */
import { fillOf, numberAttributes } from '../_shared/number.ts';
import { Still } from '../_shared/Still.tsx';
import { Sym } from '../_shared/Sym.tsx';
import type { ControlsProps } from './Controls.tsx';
import { type Frame, isKnown, T, timeOf } from './model.ts';
import { rangeOf } from './ranges.ts';

export function Overview({
  frame,
  symbol,
  awake,
  act,
  first,
  last,
}: ControlsProps & {
  /** h, or another symbol that every step computes. */
  readonly symbol: string;
  readonly first: number;
  readonly last: number;
}) {
  const steps = T(frame);
  const { H } = frame.options;
  const width = Math.min(28, 600 / steps);
  const cell = H === 1 ? 24 : H <= 4 ? 14 : 9;
  const now = timeOf(frame);
  const range = rangeOf(frame, 'value');
  const all = Array.from({ length: steps }, (_, k) => k + 1);
  const label = `${symbol === 'h' ? 'Hidden states' : symbol} over ${steps} time steps as a heat map, from −${range.toPrecision(2)} to ${range.toPrecision(2)}`;
  const goTo = (t: number) => {
    const to = Math.min(steps, Math.max(1, t));
    if (to !== now) act({ type: 'jump', at: frame.order.get(`${symbol}_${to}`)! + 1 });
  };
  const point = (event: MouseEvent & { readonly currentTarget: Element }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    if (awake) goTo(Math.ceil(((event.clientX - left) / width) * steps));
  };
  const press = (event: KeyboardEvent) => {
    const to = { ArrowLeft: (now ?? 1) - 1, ArrowRight: (now ?? 0) + 1, Home: 1, End: steps }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(to);
  };
  return (
    <div class="overview" style={{ '--width': `${steps * width}px` }}>
      <span class={`s-${symbol}`}>
        <Sym name={symbol} />
      </span>
      <div
        class="strip"
        role="slider"
        tabIndex={awake && symbol === 'h' ? 0 : -1}
        aria-disabled={!awake}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={steps}
        aria-valuenow={now ?? 1}
        aria-valuetext={`t = ${now ?? 0}`}
        onClick={point}
        onPointerMove={(event) => event.buttons === 1 && point(event)}
        onKeyDown={press}
      >
        <svg viewBox={`0 0 ${steps * width} ${H * cell + 4}`} aria-hidden="true">
          {all.map((t) => (
            <Column key={t} frame={frame} symbol={symbol} t={t} width={width} cell={cell} isNow={t === now} />
          ))}
          {steps > last - first + 1 && (
            <rect class="window" x={(first - 1) * width} y="0" width={(last - first + 1) * width} height={H * cell} />
          )}
        </svg>
      </div>
      {/* Beside the drawing and not in it: letters keep their size when the drawing shrinks. */}
      <div class="ticks" aria-hidden="true">
        {all
          .filter((t) => t === 1 || t === steps || t % 10 === 0)
          .map((t) => (
            <span key={t} style={{ left: `${((t - 0.5) / steps) * 100}%` }}>
              {t}
            </span>
          ))}
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly frame: Frame;
  readonly symbol: string;
  readonly t: number;
  readonly width: number;
  /** Height of one number. */
  readonly cell: number;
  readonly isNow: boolean;
}

function Column({ frame, symbol, t, width, cell, isNow }: ColumnProps) {
  const name = `${symbol}_${t}`;
  const { data } = frame.values.get(name)!;
  const range = rangeOf(frame, 'value');
  const known = Array.from(data, (_, i) => isKnown(frame, name, i));
  const x = (t - 1) * width;
  const draw = () => (
    <g>
      {Array.from(data, (value, i) => (
        <rect
          key={`${name}[${String(i)}]`}
          x={x}
          y={i * cell}
          width={width}
          height={cell}
          style={known[i] ? { fill: fillOf('value', value, range) } : undefined}
          {...(known[i] ? numberAttributes({ name, symbol, t, kind: 'value', index: [i], value }) : {})}
        />
      ))}
      {isNow && <path class="now-mark" d={`M${x} ${data.length * cell + 2}h${width}`} />}
    </g>
  );
  return <Still of={[data, range, width, cell, isNow, String(known)]} draw={draw} />;
}
