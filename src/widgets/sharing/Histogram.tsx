/** Three histograms on one axis: how long a vector is after T products, over seeds. */
import { decimal } from 'unrolled';
import { AXIS, type Kind, type Picture, SEEDS } from './model.ts';
import { strings } from './strings.ts';

const WIDTH = 340;
const [ROW, BAR, LEFT] = [62, 34, 6];
const inner = WIDTH - 2 * LEFT;
const x = (power: number): number => LEFT + (inner * (power + AXIS.reach)) / (2 * AXIS.reach);

export function Histogram({ picture, emphasis }: { readonly picture: Picture; readonly emphasis: Kind }) {
  const { rows, seeds } = picture;
  const label = rows.map(({ kind, deviation }) => strings.spreadLong(strings.kinds[kind], deviation.toFixed(2)));
  const bottom = rows.length * ROW + 4;
  return (
    <figure class="spread" data-seeds={seeds} aria-busy={seeds < SEEDS}>
      <figcaption>
        {strings.histogram(picture.T)}, {strings.seeds(seeds, SEEDS)}
      </figcaption>
      <svg class="histogram" viewBox={`0 0 ${WIDTH} ${bottom + 34}`} role="img" aria-label={`${label.join('; ')}.`}>
        {rows.map(({ kind, counts, deviation }, k) => (
          <g
            key={kind}
            class={kind === emphasis ? 'row emphasis' : 'row'}
            data-kind={kind}
            data-symbol="spread"
            data-value={deviation}
            transform={`translate(0 ${k * ROW})`}
          >
            <text x={LEFT} y="16">
              {strings.kinds[kind]}
            </text>
            <text x={WIDTH - LEFT} y="16" text-anchor="end" class="deviation">
              {strings.spread(deviation.toFixed(2))}
            </text>
            <path class="one" d={`M${x(0)} 22V${ROW - 4}`} />
            {counts.map((count, place) => {
              // Heights by the square root: one seed far out stays visible beside a hundred in the middle.
              const height = count === 0 ? 0 : Math.max(2, BAR * Math.sqrt(count / seeds));
              const power = place * AXIS.step - AXIS.reach;
              const width = (inner * AXIS.step) / (2 * AXIS.reach);
              return (
                count > 0 && (
                  <rect
                    key={power}
                    x={x(power) - width / 2 + 0.5}
                    width={width - 1}
                    y={ROW - 4 - height}
                    height={height}
                  />
                )
              );
            })}
            <path class="ground" d={`M${LEFT} ${ROW - 4}H${WIDTH - LEFT}`} />
          </g>
        ))}
        {[-10, -5, 0, 5, 10].map((power) => (
          <text
            key={power}
            class="tick"
            x={x(power)}
            y={bottom + 12}
            text-anchor={power === -10 ? 'start' : power === 10 ? 'end' : 'middle'}
          >
            {power === 0 ? (
              '1'
            ) : (
              <>
                10
                <tspan dy="-5" font-size="10">
                  {decimal(power, 0)}
                </tspan>
              </>
            )}
          </text>
        ))}
        <text class="tick" x={WIDTH / 2} y={bottom + 30} text-anchor="middle">
          {strings.axis}
        </text>
      </svg>
      <p class="note">{strings.scale}</p>
    </figure>
  );
}
