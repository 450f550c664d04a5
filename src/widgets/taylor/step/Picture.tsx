/** The loss along the way of the step, its line and its parabola, and the step itself. */
import { line, scale, ticks, tickText } from '../../_shared/axes.ts';
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 330, 52, 14, 10, 46];
const GROUND = HEIGHT - BOTTOM;

export function Picture({ id, frame }: { readonly id: string; readonly frame: Frame }) {
  const { curves, from, to, loss, first, both, actual, state, limit } = frame;
  const across = [curves.places[0]!, curves.places.at(-1)!] as const;
  const x = scale(across, [LEFT, WIDTH - RIGHT]);
  const y = scale(curves.range, [GROUND, TOP]);
  const bounds = [TOP, GROUND] as const;
  const path = (values: readonly number[]) =>
    line(
      values.map((value, k) => [x(curves.places[k]!), y(value)] as const),
      { bounds },
    );
  const dot = (kind: string, u: number, value: number) =>
    Number.isFinite(value) && <circle class={kind} cx={x(u)} cy={y(value)} r="6" />;
  return (
    <figure>
      <figcaption>{strings.caption[state.kind]}</figcaption>
      <svg class="step" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={strings.narration(frame)}>
        <defs>
          <clipPath id={`${id}-inside`}>
            <rect x={LEFT} y={TOP} width={WIDTH - LEFT - RIGHT} height={GROUND - TOP} />
          </clipPath>
        </defs>
        {ticks(curves.range, 5).map((value) => (
          <g key={value}>
            <path class="grid" d={`M${LEFT} ${y(value)}H${WIDTH - RIGHT}`} />
            <text x={LEFT - 6} y={y(value) + 5} text-anchor="end">
              {tickText(value)}
            </text>
          </g>
        ))}
        {ticks(across, 8).map((value) => (
          <text key={value} x={x(value)} y={GROUND + 18} text-anchor="middle">
            {tickText(value)}
          </text>
        ))}
        <text class="letter" x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 6} text-anchor="middle">
          {strings.axes[state.kind]}
        </text>
        <rect class="frame" x={LEFT} y={TOP} width={WIDTH - LEFT - RIGHT} height={GROUND - TOP} />
        <g clip-path={`url(#${id}-inside)`}>
          {limit !== undefined && (
            <path class="limit" d={`M${x(from + ((to - from) * limit) / state.rate)} ${TOP}V${GROUND}`} />
          )}
          <path class="loss" d={path(curves.loss)} />
          <path class="line" d={path(curves.line)} />
          <path class="parabola" d={path(curves.parabola)} />
          <path class="move" d={`M${x(from)} ${y(loss)}H${x(to)}V${y(loss + actual)}`} />
          {dot('by-line', to, loss + first)}
          {dot('by-parabola', to, loss + both)}
          {dot('start', from, loss)}
          {dot('end', to, loss + actual)}
        </g>
      </svg>
      <p class="keys">
        <span class="key of-loss">{strings.keys.loss}</span> <span class="key of-line">{strings.keys.line}</span>{' '}
        <span class="key of-parabola">{strings.keys.parabola}</span>
      </p>
    </figure>
  );
}
