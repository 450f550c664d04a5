/** Sizes against distances, both axes logarithmic: an order is a slope. A line joins the points that it is measured at. */
import { decades, line, scale } from '../_shared/axes.ts';
import { Power } from '../_shared/Power.tsx';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [360, 270, 58, 26, 12, 52];

export interface LogLogProps {
  readonly points: readonly { readonly distance: number; readonly size: number }[];
  /** How many of the last points the slope is measured at. */
  readonly fitted: number;
  readonly label: string;
  readonly axis: string;
}

export function LogLog({ points: given, fitted: count, label, axis }: LogLogProps) {
  const points = given.map(({ distance, size }) => [Math.log10(distance), Math.log10(size)] as const);
  const ends = (k: 0 | 1) => {
    const values = points.map((point) => point[k]);
    return [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))] as const;
  };
  const [across, up] = [ends(0), ends(1)];
  const x = scale(across, [LEFT, WIDTH - RIGHT]);
  const y = scale(up, [HEIGHT - BOTTOM, TOP]);
  const fitted = points.slice(-count);
  return (
    <svg class="slope" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {decades(across, 4).map((power) => (
        <g key={power}>
          <path class="grid" d={`M${x(power)} ${TOP}V${HEIGHT - BOTTOM}`} />
          <Power power={power} x={x(power)} y={HEIGHT - BOTTOM + 18} anchor="middle" />
        </g>
      ))}
      {decades(up, 6).map((power) => (
        <g key={power}>
          <path class="grid" d={`M${LEFT} ${y(power)}H${WIDTH - RIGHT}`} />
          <Power power={power} x={LEFT - 6} y={y(power) + 5} anchor="end" />
        </g>
      ))}
      <path
        class="fit"
        d={line(
          fitted.map(([d, r]) => [x(d), y(r)] as const),
          { bounds: [TOP, HEIGHT - BOTTOM] },
        )}
      />
      {points.map(([d, r], k) => (
        <circle key={d} cx={x(d)} cy={y(r)} r="3.5" data-distance={given[k]!.distance} data-value={given[k]!.size} />
      ))}
      <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 10} text-anchor="middle">
        {axis}
      </text>
    </svg>
  );
}
