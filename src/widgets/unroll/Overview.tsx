/** The hidden state over all of time as a heat map; picking a column goes to that step. */
import { fillOf, numberAttributes } from '../_shared/number.ts';
import { type Frame, standing, T, timeOf } from './model.ts';
import { rangeOf } from './ranges.ts';

export function Overview({
  frame,
  first,
  last,
}: {
  readonly frame: Frame;
  readonly first: number;
  readonly last: number;
}) {
  const steps = T(frame);
  const { H } = frame.options;
  const width = Math.min(28, 600 / steps);
  const cell = H <= 4 ? 14 : 9;
  const now = timeOf(frame);
  const range = rangeOf(frame, 'value');
  return (
    <svg
      class="overview"
      viewBox={`0 0 ${steps * width + 40} ${H * cell + 22}`}
      style={{ maxWidth: `${steps * width + 40}px` }}
      role="img"
      aria-label={`Hidden states over ${steps} time steps as a heat map, from −${range.toPrecision(2)} to ${range.toPrecision(2)}`}
    >
      <text x="8" y={(H * cell) / 2 + 4} class="symbol s-h">
        <tspan font-style="italic">h</tspan>
      </text>
      {Array.from({ length: steps }, (_, k) => {
        const t = k + 1;
        const name = `h_${t}`;
        const there = standing(frame, name) !== 'later';
        return (
          <g key={name} data-jump={name} class="overview-step">
            {Array.from(frame.values.get(name)!.data, (value, i) => (
              <rect
                key={`${name}[${String(i)}]`}
                x={20 + k * width}
                y={i * cell}
                width={width}
                height={cell}
                style={there ? { fill: fillOf('value', value, range) } : undefined}
                {...(there ? numberAttributes({ name, symbol: 'h', t, kind: 'value', index: [i], value }) : {})}
              />
            ))}
            {(t === 1 || t === steps || t % 10 === 0) && (
              <text x={20 + (k + 0.5) * width} y={H * cell + 15} class="tick">
                {t}
              </text>
            )}
            {t === now && <path class="now-mark" d={`M${20 + k * width} ${H * cell + 2}h${width}`} />}
          </g>
        );
      })}
      {steps > last - first + 1 && (
        <rect class="window" x={20 + (first - 1) * width} y="0" width={(last - first + 1) * width} height={H * cell} />
      )}
    </svg>
  );
}
