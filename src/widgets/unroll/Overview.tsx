/** A state or a gate over all of time as a heat map; picking a column goes to that step. */
import { fillOf, numberAttributes } from '../_shared/number.ts';
import { Sym } from '../_shared/Sym.tsx';
import { type Frame, standing, T, timeOf } from './model.ts';
import { rangeOf } from './ranges.ts';

export function Overview({
  frame,
  symbol,
  first,
  last,
}: {
  readonly frame: Frame;
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
  return (
    <div class="overview" style={{ '--width': `${steps * width}px` }}>
      <span class={`s-${symbol}`}>
        <Sym name={symbol} />
      </span>
      <svg
        viewBox={`0 0 ${steps * width} ${H * cell + 4}`}
        role="img"
        aria-label={`${symbol === 'h' ? 'Hidden states' : symbol} over ${steps} time steps as a heat map, from −${range.toPrecision(2)} to ${range.toPrecision(2)}`}
      >
        {all.map((t) => {
          const name = `${symbol}_${t}`;
          const there = standing(frame, name) !== 'later';
          const x = (t - 1) * width;
          return (
            <g key={name} data-jump={name} class="overview-step">
              {Array.from(frame.values.get(name)!.data, (value, i) => (
                <rect
                  key={`${name}[${String(i)}]`}
                  x={x}
                  y={i * cell}
                  width={width}
                  height={cell}
                  style={there ? { fill: fillOf('value', value, range) } : undefined}
                  {...(there ? numberAttributes({ name, symbol, t, kind: 'value', index: [i], value }) : {})}
                />
              ))}
              {t === now && <path class="now-mark" d={`M${x} ${H * cell + 2}h${width}`} />}
            </g>
          );
        })}
        {steps > last - first + 1 && (
          <rect class="window" x={(first - 1) * width} y="0" width={(last - first + 1) * width} height={H * cell} />
        )}
      </svg>
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
